// The site without a network: a service worker that keeps every file of it, and answers from what it keeps.
//
// A file is kept under what is in it, so versions of the site lie beside each other, and what has not changed is not
// fetched again. Another version comes with another worker. Browsers let that one take over when all of its files are
// here and no page of the version before is open: so a page has all of its files from one version, and who comes
// back has the new one. Nothing asks readers to load the page again, since they need not.
//
// Pages of other sites, and frames in them, are none of its business: browsers ask it for this folder's pages alone.

// What each file has in it: the beginning of its SHA-256. `cargo xtask build` writes it here; where it is empty, as
// Trunk leaves it, nothing is kept.
const FILES = {};

// How long it rests after each file, in milliseconds: it has time, and whoever works with the page has not.
const REST = 150;

const { scope: SITE } = registration;
const place = (file) => `${SITE}${file}?${FILES[file]}`;
const kept = () => caches.open(`interleave ${SITE}`);

async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Fetches a file of this version, which the server may no longer have. What the browser has at hand will often do.
async function fetched(file) {
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(SITE + file, { cache });
    const bytes = await answer.arrayBuffer();
    // A new answer, since one that was redirected is not taken for a page.
    if (answer.ok && (await fingerprint(bytes)) === FILES[file]) return new Response(bytes, answer);
  }
  throw new Error(`${file} is not what it was when this site was built`);
}

async function keep(file) {
  const answer = await fetched(file);
  await (await kept()).put(place(file), answer.clone());
  return answer;
}

async function lacking() {
  const here = new Set((await (await kept()).keys()).map(({ url }) => url));
  return Object.keys(FILES).filter((file) => !here.has(place(file)));
}

async function keepAll() {
  // Until all are here, since another version that takes over meanwhile sweeps.
  for (let files = await lacking(); files.length; files = await lacking()) {
    for (const file of files) {
      await keep(file);
      await new Promise((resolve) => setTimeout(resolve, REST));
    }
  }
}

// Lets go of other versions' files: nobody has them open any more.
async function sweep() {
  const own = new Set(Object.keys(FILES).map(place));
  const all = await kept();
  for (const { url } of await all.keys()) if (!own.has(url)) await all.delete(url);
}

// The file that an address means; a folder means its index, as everywhere.
function meant(address) {
  const { origin, pathname } = new URL(address);
  if (!`${origin}${pathname}`.startsWith(SITE)) return undefined;
  const file = `${origin}${pathname}`.slice(SITE.length).replace(/(^|\/)$/, "$1index.html");
  return Object.hasOwn(FILES, file) ? file : undefined;
}

async function answer(file) {
  return (await (await kept()).match(place(file))) ?? keep(file);
}

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(sweep()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const file = method === "GET" ? meant(url) : undefined;
  if (file) event.respondWith(answer(file));
});
