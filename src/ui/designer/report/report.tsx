import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { DesignStudy } from '../../../store/index.ts';
import { selectStudies } from '../../../store/selectors.ts';
import { useStateInWords } from '../../designs/state-in-words.ts';
import { Button, Notice, Progress } from '../../kit/index.ts';
import { formatWhen } from '../../format.ts';
import { reportText as text } from '../../text/report.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { useStudies } from '../../use-studies.ts';
import { arrayFrames } from '../array/array-frame.ts';
import { ArrayView } from '../array/array-view.tsx';
import { usePlotTheme } from '../plot/plot-theme.ts';
import { DepthTable } from '../depth/depth-table.tsx';
import { useHeardOf } from '../heads/use-heard.ts';
import { listenerDistanceM, reportRoom } from './report-depth.ts';
import { sizeOf, type ReportFigure } from './report-figure.ts';
import { reportFigures } from './report-figures.ts';
import { DriversTable, Facts, figureRows, listenerRows, settingRows, targetRows } from './report-tables.tsx';
import styles from './report.module.css';
import { useStaticPictures } from './use-static-pictures.ts';
import { reasonWords } from '../../text/refusals.ts';

/** The design for a review, to be printed or saved as PDF by the browser: it stands in the place of the page, always light. */
export function Report(): ReactNode {
  useStudies();
  const { ours, failure } = useSoundstage(selectStudies);
  // One that was made for another view of the design lacks what only a report shows.
  const study = ours?.printed ? ours : null;
  const { closeReport } = useActions();
  useEscape(closeReport);
  return (
    <main className={styles.report}>
      {study ? (
        <Studied study={study} onClose={closeReport} />
      ) : (
        <>
          <Toolbar onClose={closeReport} state={failure ? '' : text.studying} isReady={false} />
          {failure ? (
            <Notice severity="error" title={text.refused}>
              {reasonWords(failure.said)}
            </Notice>
          ) : (
            <Progress label={text.studying} fraction={null} />
          )}
        </>
      )}
    </main>
  );
}

export default Report;

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
}

function Toolbar(props: {
  readonly onClose: () => void;
  readonly state: string;
  readonly isReady: boolean;
}): ReactNode {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={text.toolbar}>
      <Button ref={back} onClick={props.onClose}>
        <ArrowLeft size={15} aria-hidden />
        {text.close}
      </Button>
      <p role="status" className={styles.state}>
        {props.state}
      </p>
      <Button variant="primary" disabled={!props.isReady} onClick={() => window.print()}>
        <Printer size={15} aria-hidden />
        {text.print}
      </Button>
    </div>
  );
}

const SECTIONS = ['ears', 'beam', 'filters', 'maps', 'slices', 'balloons', 'depth', 'zone'] as const;

function Studied({
  study,
  onClose,
}: {
  readonly study: DesignStudy;
  readonly onClose: () => void;
}): ReactNode {
  const shown = usePlotTheme();
  // Paper is white.
  const theme = useMemo(() => ({ ...shown, paper: '#ffffff', ground: '#ffffff' }), [shown]);
  const onHead = useHeardOf(study.document);
  const figures = useMemo(() => reportFigures(study, theme, onHead), [study, theme, onHead]);
  const { urls, failed } = useStaticPictures(figures);
  const isReady = urls.length === figures.length;
  useDocumentTitle(text.documentTitle(study.document.name));
  const drawing = isReady ? text.ready(figures.length) : text.drawing(urls.length, figures.length);
  return (
    <>
      <Toolbar onClose={onClose} state={failed ? text.notDrawn : drawing} isReady={isReady} />
      <article className={styles.sheet} aria-busy={!isReady}>
        <Head study={study} />
        <Words study={study} />
        {SECTIONS.map((section) => (
          <Section key={section} title={text.sections[section]}>
            <div className={styles.figures}>
              {figures.map(
                (figure, index) =>
                  figure.section === section && <Picture key={figure.id} figure={figure} url={urls[index]} />,
              )}
            </div>
            {section === 'depth' && (
              <DepthTable
                figures={study.depth}
                room={reportRoom(study.document)}
                distanceM={listenerDistanceM(study.document)}
              />
            )}
          </Section>
        ))}
      </article>
    </>
  );
}

function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

function Head({ study }: { readonly study: DesignStudy }): ReactNode {
  const version = useStateInWords();
  const [nowMs] = useState(() => Date.now());
  const { head } = text;
  return (
    <header className={styles.head}>
      <h1>{text.title(study.document.name)}</h1>
      <Facts
        rows={[
          [head.version, version],
          [head.date, formatWhen(nowMs)],
          [head.profile, head.profiles[study.profile]],
        ]}
      />
      <div className={styles.prints}>
        <Facts
          rows={[
            [head.design, study.fingerprints.design],
            [head.filters, study.fingerprints.filters],
          ]}
        />
      </div>
      <p className={styles.note}>{head.note}</p>
    </header>
  );
}

/** Both views beside each other in the text block of a page. */
const DRAWING_PX = 320;

function Words({ study }: { readonly study: DesignStudy }): ReactNode {
  const { document } = study;
  const facts = [
    ['listener', listenerRows(document)],
    ['targets', targetRows(document)],
    ['figures', figureRows(study)],
    ['settings', settingRows(study)],
  ] as const;
  const { above, front } = useMemo(() => arrayFrames(document, 'device', DRAWING_PX), [document]);
  return (
    <>
      <Section title={text.sections.device}>
        <div className={styles.drawings}>
          {[above, front].map((frame) => (
            <ArrayView key={frame.vertical} document={document} frame={frame} editor={null} />
          ))}
        </div>
        <DriversTable document={document} />
      </Section>
      {facts.map(([section, rows]) => (
        <Section key={section} title={text.sections[section]}>
          <Facts rows={rows} />
        </Section>
      ))}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Picture({
  figure,
  url,
}: {
  readonly figure: ReportFigure;
  readonly url: string | undefined;
}): ReactNode {
  const { widthPx, heightPx } = sizeOf(figure.drawing);
  return (
    <figure className={styles.figure} data-half={figure.isHalf}>
      {url ? (
        <img src={url} width={widthPx} height={heightPx} alt={`${figure.title}. ${figure.caption}`} />
      ) : (
        <div className={styles.pending} style={{ aspectRatio: `${widthPx} / ${heightPx}` }} />
      )}
      {figure.caption && <figcaption>{figure.caption}</figcaption>}
    </figure>
  );
}
