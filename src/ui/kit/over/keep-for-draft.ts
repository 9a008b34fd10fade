/**
 * Escape in a field takes back first what was typed there and not taken over yet, which is the field's to do; a sheet closes with
 * the next one.
 */
export function keepForDraft(event: KeyboardEvent): void {
  if (document.activeElement?.matches('[data-taken-over=false]')) event.preventDefault();
}
