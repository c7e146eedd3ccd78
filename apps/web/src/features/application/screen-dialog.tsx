import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useDebounced } from '../../design/use-debounced.js';
import { VerdictList } from '../rule/verdict-list.js';
import { screenApplications, useScreeningPreview, type ScreenedApplication, type ScreeningInput } from './application.requests.js';
import styles from './applications-page.module.css';
import { CellInput } from './cell-input.js';
import { DeedDialog, useDeed } from './deed-dialog.js';

interface Props {
  readonly yearId: string;
  readonly voucherIds: readonly string[];
  readonly onClose: () => void;
}

const PAUSE_MS = 400;
const CONFLICT = 'researcher-holds-no-office';

/** What every rule says of every new application; those that pass go on, the others wait with what would cure them. */
export function ScreenDialog({ yearId, voucherIds, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [clearances, setClearances] = useState<Readonly<Record<string, string>>>({});
  const typed = useMemo(() => voucherIds.map((voucherId) => screeningOf(voucherId, clearances[voucherId] ?? '')), [voucherIds, clearances]);
  const asked = useDebounced(typed, PAUSE_MS);
  const preview = useScreeningPreview(yearId, asked);
  const passing = asked.filter(({ voucherId }) => preview.data?.find((row) => row.voucherId === voucherId)?.screened === true);
  const screen = useDeed(yearId, (applications: readonly ScreeningInput[], header) => screenApplications(yearId, applications, header), onClose);
  const title = t('application.screenTitle', { count: voucherIds.length });
  const run = passing.length === 0 || typed !== asked ? null : (): void => screen.mutate(passing);
  return (
    <DeedDialog title={title} lead={t('application.screenLead')} action={t('application.screenAction', { count: passing.length })} run={run} pending={screen.isPending} error={screen.error} onClose={onClose}>
      <Loaded query={preview}>
        {(rows) => (
          <div className={styles['list']}>
            <PlainTable
              label={title}
              rows={refusedFirst(rows)}
              rowKey={({ voucherId }) => voucherId}
              columns={[
                { header: t('application.number'), cell: ({ number }) => number },
                { header: t('application.company'), cell: ({ company }) => company },
                { header: t('application.outcome'), cell: ({ screened }) => (screened ? <Tag tone="success" icon="check">{t('application.passes')}</Tag> : <Tag tone="danger" icon="block">{t('application.stays')}</Tag>) },
                { header: t('application.rules'), wrap: true, cell: (row) => <Objections row={row} clearance={clearances[row.voucherId] ?? ''} onClearance={(text) => setClearances({ ...clearances, [row.voucherId]: text })} /> },
              ]}
            />
          </div>
        )}
      </Loaded>
    </DeedDialog>
  );
}

function screeningOf(voucherId: string, clearance: string): ScreeningInput {
  return { voucherId, ...(clearance.trim() === '' ? {} : { clearance: clearance.trim() }) };
}

const refusedFirst = (rows: readonly ScreenedApplication[]): ScreenedApplication[] => [...rows].sort((one, other) => Number(one.screened) - Number(other.screened));

interface ObjectionsProps {
  readonly row: ScreenedApplication;
  readonly clearance: string;
  readonly onClearance: (text: string) => void;
}

/** What does not hold, and the place to clear a conflict of interest where there is one. */
function Objections({ row: { number, verdicts }, clearance, onClearance }: ObjectionsProps): ReactElement {
  const { t } = useTranslation();
  const objections = verdicts.filter(({ result }) => result !== 'PASS');
  return (
    <>
      <VerdictList verdicts={objections} />
      {objections.some(({ rule }) => rule === CONFLICT) && <CellInput label={t('application.clearanceOf', { number })} placeholder={t('application.clearance')} value={clearance} onChange={onClearance} />}
    </>
  );
}
