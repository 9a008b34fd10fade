import type { SiteEvents, SitePort } from '../ports.ts';

/** The page as a program, of which the test tells what it wants, and which notes what it is asked. */
export function createFakeSite() {
  const asked: string[] = [];
  let events: SiteEvents | null = null;
  const port: SitePort = {
    start: (told) => void (events = told),
    install: () => Promise.resolve(void asked.push('install')),
    update: () => void asked.push('update'),
  };
  return { port, asked, tell: (use: (events: SiteEvents) => void) => events && use(events) };
}
