/** Files of parts that are there or on their way, by address. */
const arrivals = new Map<string, Promise<void>>();

/** An `import()` as the build writes it, with the address of its file. */
const IMPORTED = /import\(\s*["'`](.+?)["'`]\s*\)/;

/**
 * Imports a part of the program once every file of it is there. A browser keeps in mind for as long as the page is open that
 * an import failed, or one that it needed (whatwg/html#6768), and a style sheet that failed would not be missed; a file
 * that was only asked for can be asked for again. So what could not be fetched is fetched by the next attempt.
 * @param importPart an `import()`
 * @param files that it needs beside its own, relative to the importer; scripts and style sheets
 * @param importer address of the script that imports it
 */
export async function importWhole<Part>(
  importPart: () => Promise<Part>,
  files: readonly string[] = [],
  importer: string,
): Promise<Part> {
  const own = IMPORTED.exec(String(importPart))?.[1];
  const needed = new Set([...files, ...(own === undefined ? [] : [own])]);
  await Promise.all(Array.from(needed, (file) => arrivalOf(new URL(file, importer).href)));
  return importPart();
}

function arrivalOf(href: string): Promise<void> {
  const known = arrivals.get(href);
  if (known) return known;
  const arrival = (isOfPage(href) ? Promise.resolve() : fetchFile(href)).catch((error: unknown) => {
    arrivals.delete(href);
    throw error;
  });
  arrivals.set(href, arrival);
  return arrival;
}

/** The page itself has brought it. */
function isOfPage(href: string): boolean {
  return (
    Array.from(document.scripts).some(({ src }) => src === href) ||
    Array.from(document.querySelectorAll('link')).some((link) => link.href === href)
  );
}

async function fetchFile(href: string): Promise<void> {
  if (new URL(href).pathname.endsWith('.css')) return fetchStyles(href);
  // No preloading link: Chromium would keep in mind of that too that it failed. The import finds this in the browser's cache.
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href} could not be fetched: ${answer.status}.`);
  await answer.arrayBuffer();
}

function fetchStyles(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} could not be fetched.`));
    };
    document.head.append(link);
  });
}
