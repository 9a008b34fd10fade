import { describe, expect, it } from 'vitest';
import { isolated } from './isolated.ts';

describe('an answer from the kept copy', () => {
  it('isolates the page and keeps its body, status and type', async () => {
    const plain = new Response('module', { status: 203, headers: { 'Content-Type': 'text/javascript' } });
    const made = isolated(plain);
    expect(made.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(made.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    expect(made.headers.get('Content-Type')).toBe('text/javascript');
    expect(made.status).toBe(203);
    expect(await made.text()).toBe('module');
  });

  it('leaves a failure alone: it has no headers to give', () => {
    const failure = Response.error();
    expect(isolated(failure)).toBe(failure);
  });
});
