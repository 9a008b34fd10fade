/** What `sheets.ts` fetches, as one piece. */
export { DialogSheet } from './dialog-sheet.tsx';
export { PopoverSheet } from './popover-sheet.tsx';
export { TooltipBubble } from './tooltip-bubble.tsx';
