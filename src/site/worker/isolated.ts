/** What lets a page share memory between its threads; a host without a say in its headers does not send them. */
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** The same answer with the headers that isolate a page from others. An error's is passed on as it is. */
export function isolated(response: Response): Response {
  if (response.type === 'error' || response.type === 'opaque' || response.type === 'opaqueredirect')
    return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}
