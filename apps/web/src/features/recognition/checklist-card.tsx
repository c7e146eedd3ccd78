import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence, Investment } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { formatOfficialDate } from '../../format/date.js';
import { useTimePoint } from '../fund/time-point.js';
import { EvidenceDownloadDialog } from '../investment/download-dialog.js';
import { VerdictList } from '../rule/verdict-list.js';
import { usePermissions } from '../session/use-session.js';
import { AttachDialog } from './attach-dialog.js';
import { ChecklistRow } from './checklist-row.js';
import { InvalidateDialog } from './invalidate-dialog.js';
import styles from './recognition.module.css';
import { useRecognition, type Recognition } from './recognition.requests.js';
import { Snapshots } from './snapshots.js';

interface Attaching {
  readonly kind: string;
  readonly file: File | null;
}

/** What the claim needs, line by line; what the machine checks make of it; and the facts that decisions froze. */
export function ChecklistCard({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow, point } = useTimePoint();
  const query = useRecognition(investment.fundId, investment.id, point);
  const [attaching, setAttaching] = useState<Attaching | null>(null);
  const [taking, setTaking] = useState<Evidence | null>(null);
  const [turning, setTurning] = useState<Evidence | null>(null);
  const open = isNow && !investment.voided;
  return (
    <Card
      title={t('evidence.title')}
      note={query.data === undefined ? undefined : <StateOfEvidence recognition={query.data} />}
      actions={
        open &&
        may('evidence.attach') && (
          <Button small tone="secondary" icon="upload" onPress={() => setAttaching({ kind: '', file: null })}>
            {t('recognition.attachOther')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(recognition) => (
          <>
            {recognition.checklist.length === 0 && <p className={styles['note']}>{t('evidence.none')}</p>}
            <div className={styles['lines']}>
              {recognition.checklist.map((line) => (
                <ChecklistRow
                  key={line.kind}
                  line={line}
                  testedOn={recognition.testedOn}
                  {...(open && may('evidence.attach') ? { onAttach: (file: File | null) => setAttaching({ kind: line.kind, file }) } : {})}
                  {...(open && may('evidence.invalidate') ? { onTurn: setTurning } : {})}
                  onTake={setTaking}
                />
              ))}
            </div>
            {recognition.verdicts.length > 0 && (
              <section className={styles['part']}>
                <h3>{t('recognition.checks')}</h3>
                <VerdictList verdicts={recognition.verdicts} />
              </section>
            )}
            {recognition.snapshots.length > 0 && <Snapshots recognition={recognition} />}
          </>
        )}
      </Loaded>
      {attaching !== null && <AttachDialog investment={investment} kind={attaching.kind} file={attaching.file} onClose={() => setAttaching(null)} />}
      {taking !== null && <EvidenceDownloadDialog evidence={taking} onClose={() => setTaking(null)} />}
      {turning !== null && <InvalidateDialog investment={investment} evidence={turning} onClose={() => setTurning(null)} />}
    </Card>
  );
}

function StateOfEvidence({ recognition }: { readonly recognition: Recognition }): ReactElement {
  const { t } = useTranslation();
  const { checklist, testedOn, firstInvestmentId } = recognition;
  const missing = checklist.filter(({ required, satisfied }) => required && !satisfied).map(({ kind }) => kind);
  const required = checklist.some((line) => line.required);
  return (
    <>
      {t(firstInvestmentId === null ? 'recognition.testedOn' : 'recognition.testedOnFirst', { date: formatOfficialDate(testedOn) })}
      {required && ` · ${missing.length === 0 ? t('evidence.complete') : t('evidence.incomplete', { count: missing.length, list: missing.join(', ') })}`}
    </>
  );
}
