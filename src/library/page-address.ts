import type { AddressPort } from '../store/ports.ts';

/** The address bar of this page. */
export function createPageAddress(page: Window): AddressPort {
  const { location, history } = page;
  const bare = (): string => location.href.split('#')[0];
  return {
    fragment: () => location.hash.slice(1),
    withFragment: (fragment) => `${bare()}#${fragment}`,
    show: (fragment) => history.pushState(history.state, '', `${bare()}#${fragment}`),
    clear: () => history.replaceState(history.state, '', bare()),
    onChange(listener) {
      page.addEventListener('hashchange', listener);
      return () => page.removeEventListener('hashchange', listener);
    },
  };
}
