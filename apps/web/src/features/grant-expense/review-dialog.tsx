import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { reviewExpenses, type GrantExpense, type ReviewItem } from './grant-expense.requests.js';

interface Props {
  readonly callId: string;
  readonly expenses: readonly GrantExpense[];
  readonly onClose: () => void;
}

type Decision = ReviewItem['decision'];
const DECISIONS: readonly Decision[] = ['ALLOWED', 'PARTLY', 'DISALLOWED'];

/** What a reviewer says of one expense or of many: accepted, in part, or not, with the reason and the article. */
export function ReviewDialog({ callId, expenses, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const intent = useIntent();
  const [decision, setDecision] = useState<Decision>('ALLOWED');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [clause, setClause] = useState('');
  const parsed = parseWonInput(amount);
  const items = expenses.map(({ id }): ReviewItem => ({
    ...{ expenseId: id, decision },
    ...(decision === 'PARTLY' && parsed.ok ? { disallowedWon: parsed.amount.toString() } : {}),
    ...(decision === 'ALLOWED' || reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(decision === 'ALLOWED' || clause.trim() === '' ? {} : { clause: clause.trim() }),
  }));
  const review = useWrite({
    mutationFn: () => reviewExpenses(callId, items, intent.headersFor(items)),
    onSuccess: async () => {
      intent.done();
      await refreshGrants(callId);
      onClose();
    },
    onSubmitted: onClose,
  });
  const total = expenses.reduce((sum, { amountWon }) => sum + BigInt(amountWon), 0n);
  const several = expenses.length > 1;
  return (
    <Dialog title={t('grantExpense.reviewTitle', { count: expenses.length, amount: formatWon(total) })} open onClose={onClose}>
      <Stack>
        {!several && expenses[0] !== undefined && <p>{`${expenses[0].number} · ${expenses[0].payeeName} · ${expenses[0].purpose ?? ''}`}</p>}
        <ChoiceField label={t('grantExpense.decision')} value={decision} onChange={(value) => setDecision(value as Decision)} choices={DECISIONS.filter((each) => !several || each !== 'PARTLY').map((value) => ({ value, label: term('expenseState', value) }))} />
        {decision === 'PARTLY' && <WonField label={t('grantExpense.disallowed')} value={amount} onChange={setAmount} />}
        {decision !== 'ALLOWED' && (
          <>
            <TextAreaField label={t('grantExpense.reason')} value={reason} onChange={setReason} maxLength={1000} />
            <TextField label={t('grantExpense.clause')} value={clause} onChange={setClause} maxLength={300} optional />
          </>
        )}
        <ProblemCallout error={review.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" pending={review.isPending} onPress={() => review.mutate(undefined)}>
            {t('grantExpense.review')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
