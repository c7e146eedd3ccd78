import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { WonText } from '../../design/won-text.js';
import { useTimePoint } from '../fund/time-point.js';
import { DecideFromDesk } from './decide-from-desk.js';
import { DeskTable } from './desk-table.js';
import styles from './evidence-desk.module.css';
import { useEvidenceDesk, type DeskConcern, type DeskRow, type EvidenceDesk } from './evidence-desk.requests.js';

/** The desk of one fund or of all: how much there is of each concern, then the claims with what they would do to the ratio. */
export function Desk({ fundId }: { readonly fundId: string | null }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const [concern, setConcern] = useState<DeskConcern | null>(null);
  const [deciding, setDeciding] = useState<DeskRow | null>(null);
  const query = useEvidenceDesk(fundId, concern, point);
  return (
    <>
      <Loaded query={query}>
        {(desk) => (
          <>
            <Counts desk={desk} chosen={concern} onChoose={setConcern} />
            <Card flush>
              <DeskTable desk={desk} ofFund={fundId !== null} onDecide={setDeciding} />
            </Card>
            {desk.total > desk.rows.length && <p className={styles['note']}>{t('evidenceDesk.cut', { shown: desk.rows.length, total: desk.total })}</p>}
          </>
        )}
      </Loaded>
      {deciding !== null && <DecideFromDesk row={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

interface CountsProps {
  readonly desk: EvidenceDesk;
  readonly chosen: DeskConcern | null;
  readonly onChoose: (concern: DeskConcern | null) => void;
}

/** A count is a filter: pressed again it shows all. */
function Counts({ desk, chosen, onChoose }: CountsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['counts']} role="group" aria-label={t('evidenceDesk.counts')}>
      {desk.counts.map(({ concern, count, amountWon }) => (
        <button key={concern} type="button" className={styles['count']} aria-pressed={chosen === concern} onClick={() => onChoose(chosen === concern ? null : concern)}>
          <span>{t(`evidenceDesk.concerns.${concern}`)}</span>
          <span className={styles['number']}>{t('evidenceDesk.cases', { count })}</span>
          <span className={styles['note']}>
            <WonText amount={amountWon} />
          </span>
        </button>
      ))}
    </div>
  );
}
