import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { ChecksField } from '../../design/checks-field.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';
import type { SheetRow } from './sheet-rows.js';
import type { ValuationSheet } from './valuation.requests.js';
import styles from './valuation.module.css';

interface Props {
  readonly row: SheetRow;
  readonly asked: ValuationSheet['asked'];
  readonly onChange: (changes: Partial<SheetRow>) => void;
  readonly onClose: () => void;
}

const IFRS = 'IFRS';

/** Why a holding is impaired, and why less will do; what each reason asks for stands beside it. */
export function RowDetailDialog({ row, asked, onChange, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <Dialog title={t('valuationSheet.detailTitle', { number: `${row.holding.number} ${row.holding.company}` })} open onClose={onClose}>
      <Stack>
        <ChecksField
          label={t('valuationSheet.reasons')}
          value={row.reasons}
          onChange={(reasons) => onChange({ reasons })}
          choices={asked.map(({ reason, basisPoints }) => ({ value: reason, label: t('valuationSheet.asks', { reason: term('impairmentReason', reason), percent: formatBasisPoints(basisPoints) }) }))}
        />
        <ChecksField label={t('valuationSheet.detail')} value={row.ifrs ? [IFRS] : []} onChange={(checked) => onChange({ ifrs: checked.includes(IFRS) })} choices={[{ value: IFRS, label: t('valuationSheet.ifrs') }]} />
        <div className={styles['two']}>
          <p className={styles['whole']}>{t('valuationSheet.followOn')}</p>
          <DateField name="followOnPaidOn" label={t('valuationSheet.followOnPaidOn')} value={row.followOnPaidOn} onChange={(followOnPaidOn) => onChange({ followOnPaidOn })} optional />
          <WonField name="followOnAmount" label={t('valuationSheet.followOnAmount')} value={row.followOnAmount} onChange={(followOnAmount) => onChange({ followOnAmount })} optional />
          <TextField name="followOnShare" label={t('valuationSheet.followOnShare')} value={row.followOnShare} onChange={(followOnShare) => onChange({ followOnShare })} optional unit="%" alignRight />
        </div>
        <TextAreaField name="note" label={t('valuationSheet.note')} value={row.note} onChange={(note) => onChange({ note })} optional maxLength={1000} />
        <DialogActions>
          <Button tone="primary" onPress={onClose}>
            {t('valuationSheet.close')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
