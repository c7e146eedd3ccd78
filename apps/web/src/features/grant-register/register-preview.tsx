import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { faultRows } from '../roster/fault-rows.js';
import { FaultsTable } from '../roster/faults-table.js';
import { PostingsTable } from '../roster/postings-table.js';
import type { Correction } from '../roster/roster.requests.js';
import styles from '../roster/roster.module.css';
import type { GrantRegisterResult } from './grant-register.requests.js';

interface Props {
  readonly result: GrantRegisterResult;
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
      {result.agreements.length > 0 && (
        <Card title={t('grantRegister.agreements', { count: result.agreements.length })} flush>
          <PlainTable
            label={t('grantRegister.agreements', { count: result.agreements.length })}
            rows={result.agreements}
            rowKey={({ number }) => number}
            columns={[
              { header: t('grantRegister.number'), cell: ({ number }) => number },
              { header: t('grantExpense.institution'), cell: ({ organisation }) => organisation },
              { header: t('grantRegister.agreedOn'), cell: ({ agreedOn }) => agreedOn },
              { header: t('grantRegister.government'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
              { header: t('grantRegister.paid'), align: 'right', cell: ({ paidWon }) => formatWon(paidWon) },
              { header: t('grantRegister.spent'), align: 'right', cell: ({ spentWon }) => formatWon(spentWon) },
              { header: t('grantExpense.disallowed'), align: 'right', cell: ({ disallowedWon }) => formatWon(disallowedWon) },
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

const KINDS = ['agreements', 'budgets', 'tranches', 'expenses', 'interests', 'statements'] as const;

function Decision({ result, corrections, pending, onImport, onAgain }: Omit<Props, 'onCorrect'>): ReactElement {
  const { t } = useTranslation();
  const fresh = KINDS.filter((kind) => result.fresh[kind] > 0).map((kind) => t(`grantRegister.fresh.${kind}`, { count: result.fresh[kind] }));
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
        <p className={styles['headline']}>{fresh.length > 0 ? t('grantRegister.headline', { count: result.fresh.agreements, amount: formatWon(result.agreedWon) }) : t('roster.nothing')}</p>
        <p className={styles['sub']}>{parts.join(' · ')}</p>
      </div>
      <div className={styles['actions']}>
        <Button tone="quiet" onPress={onAgain}>
          {t('roster.again')}
        </Button>
        {fresh.length > 0 && (
          <Button tone="primary" pending={pending} onPress={onImport}>
            {t(result.rejected > 0 ? 'grantRegister.importPartly' : 'grantRegister.import')}
          </Button>
        )}
      </div>
    </div>
  );
}
