import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { parseDateInput, quarterEnds, todayInSeoul } from '../../format/date.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { Refusal } from '../rule/refusal.js';
import { isChanged, itemOf, startingRow, type SheetRow } from './sheet-rows.js';
import { SheetGrid } from './sheet-grid.js';
import { SheetPreview } from './sheet-preview.js';
import { recordValuation, useValuationSheet, type RecordValuation, type ValuationSheet } from './valuation.requests.js';
import styles from './valuation.module.css';

const PAUSE_MS = 400;

interface Props {
  readonly fundId: string;
  readonly onClose: () => void;
}

/** Values all holdings of a quarter's end at once; the rows are those that were held on that day. */
export function ValuationSheetDialog({ fundId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [valuedOn, setValuedOn] = useState(quarterEnds(todayInSeoul(), 1)[0] ?? todayInSeoul());
  const day = parseDateInput(valuedOn);
  const query = useValuationSheet(fundId, day === null ? {} : { asOf: day });
  return (
    <Dialog title={t('valuationSheet.sheetTitle')} open onClose={onClose} wide>
      <Stack>
        <p className={styles['note']}>{t('valuationSheet.sheetLead')}</p>
        <div className={styles['head']}>
          <DateField name="valuedOn" label={t('valuationSheet.valuedOn')} value={valuedOn} onChange={setValuedOn} error={day === null ? t('valuationSheet.missingDate') : undefined} />
        </div>
        <Loaded query={query}>{(sheet) => (day === null || sheet.asOf !== day ? null : <SheetForm key={day} fundId={fundId} valuedOn={day} sheet={sheet} onClose={onClose} />)}</Loaded>
      </Stack>
    </Dialog>
  );
}

function SheetForm({ fundId, valuedOn, sheet, onClose }: Props & { readonly valuedOn: string; readonly sheet: ValuationSheet }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [rows, setRows] = useState<readonly SheetRow[]>(() => sheet.holdings.map(startingRow));
  const [signature, setSignature] = useState({ auditor: '', signedOn: '' });
  const [fault, setFault] = useState<string | null>(null);
  const body = bodyOf(rows, valuedOn, signature, t('valuationSheet.methods.recent'));
  const settled = useDebounced(body === null ? null : JSON.stringify(body), PAUSE_MS);
  const record = useWrite({
    mutationFn: (input: RecordValuation) => recordValuation(fundId, input, intent.headersFor(input)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const halfSigned = (signature.auditor.trim() === '') !== (parseDateInput(signature.signedOn) === null);
    setFault(halfSigned ? t('valuationSheet.missingSignature') : rows.some(isChanged) ? (body === null ? t('valuationSheet.missingAmount') : null) : t('valuationSheet.nothing'));
    if (!halfSigned && body !== null) record.mutate(body);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <div className={styles['head']}>
          <TextField name="auditor" label={t('valuationSheet.auditor')} value={signature.auditor} onChange={(auditor) => setSignature({ ...signature, auditor })} optional maxLength={200} />
          <DateField name="signedOn" label={t('valuationSheet.signedOn')} value={signature.signedOn} onChange={(signedOn) => setSignature({ ...signature, signedOn })} optional />
        </div>
        <SheetGrid rows={rows} asked={sheet.asked} onChange={setRows} />
        <SheetPreview fundId={fundId} settled={settled} rows={rows} />
        {fault !== null && <Callout tone="warning">{fault}</Callout>}
        <Refusal error={record.error} />
        <DialogActions>
          <span className={styles['note']}>{t('valuationSheet.changed', { count: rows.filter(isChanged).length })}</span>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="primary" pending={record.isPending}>
            {t('valuationSheet.record')}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  );
}

/** The changed rows as they are sent; null while there are none, or one cannot be read. */
function bodyOf(rows: readonly SheetRow[], valuedOn: string, signature: { readonly auditor: string; readonly signedOn: string }, usualMethod: string): RecordValuation | null {
  const items = rows.filter(isChanged).map((row) => itemOf(row, usualMethod));
  const readable = items.filter((item) => item !== null);
  const signedOn = parseDateInput(signature.signedOn);
  const auditor = signature.auditor.trim();
  if (items.length === 0 || readable.length < items.length) return null;
  return { valuedOn, items: readable, ...(auditor !== '' && signedOn !== null ? { auditor, signedOn } : {}) };
}
