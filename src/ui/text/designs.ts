/** Every word of keeping and sharing designs. */
export const designsText = {
  bar: 'This design',
  undo: 'Undo',
  redo: 'Redo',
  copyLink: 'Copy link',
  copied: 'Link copied',
  linkHere: 'Link to this design',
  linkHint: 'The browser did not let the page copy it: copy it from here.',
} as const;
