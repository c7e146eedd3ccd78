import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { faultRows } from '../roster/fault-rows.js';
import { FaultsTable } from '../roster/faults-table.js';
import { PostingsTable } from '../roster/postings-table.js';
import type { Correction } from '../roster/roster.requests.js';
import styles from '../roster/roster.module.css';
import type { MatchingRegisterResult } from './matching-register.requests.js';

interface Props {
  readonly result: MatchingRegisterResult;
  readonly corrections: readonly Correction[];
  readonly pending: boolean;
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

/** What the register would record: the decision on top, then what wants a hand, then what is new. */
export function RegisterPreview({ result, corrections, pending, onCorrect, onImport, onAgain }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const faults = faultRows(result);
  return (
    <>
      <Card>
        <Decision result={result} corrections={corrections} pending={pending} onImport={onImport} onAgain={onAgain} />
      </Card>
      {result.notes.map((note, index) => (
        <Callout key={index} tone="information" title={say(note)} />
      ))}
      {faults.length > 0 && <FaultsTable key={corrections.length} faults={faults} corrections={corrections} pending={pending} onCorrect={onCorrect} />}
      {result.projects.length > 0 && (
        <Card title={t('matchingRegister.projects', { count: result.projects.length })} flush>
          <PlainTable
            label={t('matchingRegister.projects', { count: result.projects.length })}
            rows={result.projects}
            rowKey={({ number }) => number}
            columns={[
              { header: t('matchingProject.number'), cell: ({ number }) => number },
              { header: t('matchingPlan.company'), cell: ({ company }) => company },
              { header: t('matchingProject.agreedOn'), cell: ({ agreedOn }) => agreedOn },
              { header: t('matching.private'), align: 'right', cell: ({ privateWon }) => formatWon(privateWon) },
              { header: t('matching.government'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
              { header: t('matchingProject.bound'), cell: ({ bound }) => term('matchBound', bound) },
              { header: t('matchingProject.stated'), align: 'right', cell: ({ statedGovernmentWon }) => (statedGovernmentWon === null ? '–' : formatWon(statedGovernmentWon)) },
            ]}
          />
        </Card>
      )}
      {result.postings.length > 0 && (
        <Card title={t('roster.postings')} note={t('roster.postingsNote')} flush>
          <PostingsTable postings={result.postings} />
        </Card>
      )}
    </>
  );
}

const KINDS = ['projects', 'moves', 'releases', 'settlements'] as const;

function Decision({ result, corrections, pending, onImport, onAgain }: Omit<Props, 'onCorrect'>): ReactElement {
  const { t } = useTranslation();
  const fresh = KINDS.filter((kind) => result.fresh[kind] > 0).map((kind) => t(`matchingRegister.fresh.${kind}`, { count: result.fresh[kind] }));
  const parts = [
    result.opened ? t('roster.opens', { name: result.callName }) : result.callName,
    ...fresh,
    ...(result.rejected > 0 ? [t('roster.rejectedCount', { count: result.rejected })] : []),
    ...(result.unchanged > 0 ? [t('roster.unchangedCount', { count: result.unchanged })] : []),
    ...(corrections.length > 0 ? [t('roster.correctedCount', { count: corrections.length })] : []),
  ];
  return (
    <div className={styles['decision']}>
      <div>
        <p className={styles['headline']}>{fresh.length > 0 ? t('matchingRegister.headline', { count: result.fresh.projects, amount: formatWon(result.committedWon) }) : t('roster.nothing')}</p>
        <p className={styles['sub']}>{parts.join(' · ')}</p>
      </div>
      <div className={styles['actions']}>
        <Button tone="quiet" onPress={onAgain}>
          {t('roster.again')}
        </Button>
        {fresh.length > 0 && (
          <Button tone="primary" pending={pending} onPress={onImport}>
            {t(result.rejected > 0 ? 'matchingRegister.importPartly' : 'matchingRegister.import')}
          </Button>
        )}
      </div>
    </div>
  );
}
