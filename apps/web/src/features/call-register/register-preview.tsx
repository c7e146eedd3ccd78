import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { faultRows } from '../roster/fault-rows.js';
import { FaultsTable } from '../roster/faults-table.js';
import { ImportDecision } from '../roster/import-decision.js';
import { PostingsTable } from '../roster/postings-table.js';
import type { Correction } from '../roster/roster.requests.js';
import type { CallRegisterResult } from './call-register.requests.js';

/** A judged register, and what can be done about it. */
export interface PreviewProps<Result> {
  readonly result: Result;
  readonly corrections: readonly Correction[];
  readonly pending: boolean;
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

interface Props extends PreviewProps<CallRegisterResult> {
  /** What is new, by kind; nothing: there is nothing to record. */
  readonly fresh: readonly string[];
  readonly headline: string;
  readonly action: string;
  /** What is new in full. */
  readonly children: ReactNode;
}

/** What the register would record: the decision on top, then what wants a hand, then what is new. */
export function RegisterPreview({ fresh, headline, action, children, onCorrect, ...choice }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { result, corrections, pending } = choice;
  const faults = faultRows(result);
  const isNews = fresh.length > 0;
  return (
    <>
      <Card>
        <ImportDecision {...choice} headline={isNews ? headline : t('roster.nothing')} parts={[result.opened ? t('roster.opens', { name: result.callName }) : result.callName, ...fresh]} action={isNews ? action : null} />
      </Card>
      {result.notes.map((note, index) => (
        <Callout key={index} tone="information" title={say(note)} />
      ))}
      {/* A file that was judged anew is another list: what was typed into the last one has become a correction. */}
      {faults.length > 0 && <FaultsTable key={corrections.length} faults={faults} corrections={corrections} pending={pending} onCorrect={onCorrect} />}
      {children}
      {result.postings.length > 0 && (
        <Card title={t('roster.postings')} note={t('roster.postingsNote')} flush>
          <PostingsTable postings={result.postings} />
        </Card>
      )}
    </>
  );
}
