import type { ReactNode } from 'react';
import { appText } from '../text/index.ts';
import { LazyPart } from './lazy-part.tsx';

const designer = () => import('../designer/designer.tsx');
const NOTHING = {};
const report = () => import('../designer/report/report.tsx');

/** The designer, fetched when it is first opened: its plots are the largest part of the product. */
export function DesignFace({ className }: { readonly className?: string | undefined }): ReactNode {
  return <LazyPart load={designer} props={NOTHING} text={appText.designer} className={className} />;
}

/** The report in the place of the whole page. */
export function ReportFace(): ReactNode {
  return <LazyPart load={report} props={NOTHING} text={appText.report} />;
}
