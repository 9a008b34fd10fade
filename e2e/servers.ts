/** Two checkouts on one machine: the second is given ports of its own. */
const FIRST_PORT = Number(process.env.E2E_PORT ?? 4173);

export const SITE_PORT = FIRST_PORT;
export const HARNESS_PORT = FIRST_PORT + 1;
/** The built site: what a customer gets. */
export const SITE = `http://localhost:${SITE_PORT}`;
/** Pages of the tests' own, served from the sources. */
export const HARNESS = `http://localhost:${HARNESS_PORT}/e2e/harness/index.html`;
