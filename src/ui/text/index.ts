/** Every word the product shows, split by where it is shown. */
export { amountsText } from './amounts.ts';
export { appText } from './app.ts';
export { designsText } from './designs.ts';
export { designerText } from './designer.ts';
export { helpText } from './help.ts';
export { listeningText, PRESET_IDS } from './listening.ts';
export { liveText } from './live.ts';
export { metersText } from './meters.ts';
export { noticeText, type NoticeWords } from './notices.ts';
export { outputsText } from './outputs.ts';
export { playerText } from './player.ts';
export { queueText } from './queue.ts';
export { rehearsalText } from './rehearsal.ts';
export { slotsText, type SlotWords } from './slots.ts';
export { stageText } from './stage.ts';
