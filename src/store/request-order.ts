/** Gives each request a number; an answer counts when no later request has been answered before. */
export function createOrder() {
  let asked = 0;
  let answered = 0;
  return {
    next: () => (asked += 1),
    isLatest: (ticket: number) => ticket === asked,
    accept(ticket: number): boolean {
      if (ticket <= answered) return false;
      answered = ticket;
      return true;
    },
  };
}
