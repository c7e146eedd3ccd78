import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { faultRows } from './fault-rows.js';
import { FaultsTable } from './faults-table.js';
import { ImportDecision } from './import-decision.js';
import { LimitsChange } from './limits-change.js';
import { NewVouchersCard } from './new-vouchers-card.js';
import { PostingsTable } from './postings-table.js';
import type { Correction, RosterResult } from './roster.requests.js';

interface Props {
  readonly result: RosterResult;
  readonly corrections: readonly Correction[];
  readonly pending: boolean;
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

/** What the roster would record: the decision on top, then what wants a hand, then what is new. */
export function RosterPreview({ result, corrections, pending, onCorrect, onImport, onAgain }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const faults = faultRows(result);
  return (
    <>
      <Card>
        <Decision result={result} corrections={corrections} pending={pending} onImport={onImport} onAgain={onAgain} />
        <LimitsChange before={result.before} after={result.after} />
      </Card>
      {result.notes.length > 0 && (
        <Callout tone="information" title={t('roster.notes')}>
          <ul>
            {result.notes.map((note, index) => (
              <li key={index}>{say(note)}</li>
            ))}
          </ul>
        </Callout>
      )}
      {/* A file that was judged anew is another list: what was typed into the last one has become a correction. */}
      {faults.length > 0 && <FaultsTable key={corrections.length} faults={faults} corrections={corrections} pending={pending} onCorrect={onCorrect} />}
      {result.issues.length > 0 && <NewVouchersCard title={t('roster.newVouchers', { count: result.issues.length })} vouchers={result.issues} />}
      {result.postings.length > 0 && (
        <Card title={t('roster.postings')} note={t('roster.postingsNote')} flush>
          <PostingsTable postings={result.postings} />
        </Card>
      )}
    </>
  );
}

const KINDS = ['providers', 'brokers', 'applications', 'issues', 'uses'] as const;

function Decision({ result, ...choice }: Omit<Props, 'onCorrect'>): ReactElement {
  const { t } = useTranslation();
  const fresh = KINDS.filter((kind) => result.fresh[kind] > 0).map((kind) => t(`roster.fresh.${kind}`, { count: result.fresh[kind] }));
  const headline = result.fresh.issues > 0 ? t('roster.headline', { count: result.fresh.issues, amount: formatWon(result.issuedWon) }) : t(fresh.length > 0 ? 'roster.headlineOther' : 'roster.nothing');
  const parts = [result.opened ? t('roster.opens', { name: result.yearName }) : result.yearName, ...(fresh.length > 0 ? [t('roster.freshList', { list: fresh.join(', ') })] : [])];
  const action = fresh.length === 0 ? null : t(result.fresh.issues === 0 ? 'roster.importOther' : result.rejected > 0 ? 'roster.importPartly' : 'roster.import');
  return <ImportDecision result={result} headline={headline} parts={parts} action={action} {...choice} />;
}
