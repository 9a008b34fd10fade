/** Every word of keeping and sharing designs. */
export const designsText = {
  bar: 'This design',
  undo: 'Undo',
  redo: 'Redo',
} as const;
