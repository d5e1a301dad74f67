// For pages with programs in frames: answers their hello, and gives each frame the height that it asks for, between
// its data-min-height and data-max-height. A classic script; it may be copied into the page.
addEventListener("message", ({ source, data }) => {
  if (data?.source !== "interleave" || data.v !== 1) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    if (data.type === "hello") source.postMessage({ source: "interleave", v: 1, type: "hello" }, "*");
    if (data.type === "size" && Number.isFinite(data.height) && data.height > 0) {
      const { minHeight = 120, maxHeight = 1200 } = frame.dataset;
      frame.style.height = `${Math.min(Math.max(data.height, minHeight), maxHeight)}px`;
    }
  }
});
