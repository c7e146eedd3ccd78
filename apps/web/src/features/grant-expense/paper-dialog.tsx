import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { attachPaper, type AttachPaper, type GrantExpense } from './grant-expense.requests.js';

const PAPERS: readonly AttachPaper['paper'][] = ['QUOTES', 'INSPECTION', 'PAYROLL', 'PARTICIPATION', 'TRAVEL_ORDER', 'RECEIPT', 'MINUTES', 'CONTRACT', 'DELIVERABLE', 'EVALUATION', 'OTHER'];

/** One more paper on which an expense rests; what is missing comes first. */
export function PaperDialog({ callId, expense, onClose }: { readonly callId: string; readonly expense: GrantExpense; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const intent = useIntent();
  const [paper, setPaper] = useState<string>(expense.missing[0] ?? 'OTHER');
  const [reference, setReference] = useState('');
  const [documentId, setDocumentId] = useState('');
  const body: AttachPaper = { paper: paper as AttachPaper['paper'], ...(reference.trim() === '' ? {} : { reference: reference.trim() }), ...(documentId === '' ? {} : { documentId }) };
  const attach = useWrite({
    mutationFn: () => attachPaper(expense.id, body, intent.headersFor(body)),
    onSuccess: async () => {
      intent.done();
      await refreshGrants(callId);
      onClose();
    },
    onSubmitted: onClose,
  });
  return (
    <Dialog title={t('grantExpense.attachTitle', { number: expense.number })} open onClose={onClose}>
      <Stack>
        <SelectField label={t('grantExpense.paper')} value={paper} onChange={setPaper} choices={PAPERS.map((value) => ({ value, label: `${term('evidencePaper', value)}${expense.missing.includes(value) ? ` · ${t('grantExpense.wanted')}` : ''}` }))} />
        <FileField label={t('grantExpense.paperFile')} value={documentId} onChange={setDocumentId} />
        <TextField label={t('grantExpense.reference')} value={reference} onChange={setReference} maxLength={200} optional />
        <ProblemCallout error={attach.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" pending={attach.isPending} onPress={() => attach.mutate(undefined)}>
            {t('grantExpense.attach')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
