// Where a cursor is to be, as attributes and scripts say it: within bounds, whatever they say.

/// No run lasts so many seconds.
const END = 1e10;
/// Nor has so many events.
const EVENTS = 2 ** 32 - 1;

export const atTime = (seconds) => ({ ns: Math.min(Math.max(seconds, 0), END) * 1e9 });

export const atEvent = (event) => ({ event: Math.min(Math.max(Math.trunc(event), 0), EVENTS) });

/// Where it is to be at first: the end, unless the attributes say otherwise.
export function placeOf({ t, event, start }) {
  if (t !== "" && Number.isFinite(Number(t))) return atTime(Number(t));
  if (event !== "" && Number.isFinite(Number(event))) return atEvent(Number(event));
  return start === "begin" ? { event: 0 } : {};
}
