import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { FileDrop } from '../../design/file-drop.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { formatWon } from '../../format/won.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { BlankForm } from '../register/blank-form.js';
import { useCellOptions } from './cell-options.js';
import { ExpenseGrid } from './expense-grid.js';
import { looksLikeList, type GridField } from './grid-row.js';
import { readFile, readPasted, recordExpenses, type ReadExpenseList, type RecordedExpenses } from './grant-expense.requests.js';
import { LineBalance } from './line-balance.js';
import { useEntry } from './use-entry.js';
import styles from './expenses.module.css';

const ACCEPTED = ['.xlsx', '.csv', '.tsv', '.txt'];

/** Rows of a claim, typed or pasted, with the verdict on each and what is left of the lines beside them. */
export function ExpenseEntry({ call, agreementId }: { readonly call: GrantCall; readonly agreementId: string }): ReactElement {
  const { t } = useTranslation();
  const options = useCellOptions(call);
  const entry = useEntry(call.id, agreementId, options);
  const intent = useIntent();
  const [done, setDone] = useState<RecordedExpenses | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const record = useWrite({
    mutationFn: () => recordExpenses(call.id, entry.items, intent.headersFor(entry.items)),
    onSuccess: async (answer) => {
      intent.done();
      setDone(answer);
      entry.drop(answer.recorded.map(({ index }) => index));
      await refreshGrants(call.id);
    },
  });
  const take = (list: ReadExpenseList): void => {
    setMissing(list.missing);
    if (list.missing.length === 0) entry.load(list.rows);
  };
  const read = useWrite({ mutationFn: (source: string | File) => (typeof source === 'string' ? readPasted(call.id, source) : readFile(call.id, source)), onSuccess: take });
  const paste = (at: { row: number; field: GridField }, text: string): void => (looksLikeList(text) ? read.mutate(text) : entry.paste(at, text));
  const submit = (): void => {
    entry.check();
    if (entry.items.length > 0) record.mutate(undefined);
  };
  const known = options('agreementId') ?? [];
  return (
    <Stack>
      {done !== null && <Callout tone={done.refused.length > 0 ? 'warning' : 'success'} title={t('grantExpense.done', { count: done.recorded.length, amount: formatWon(done.totalWon), refused: done.refused.length })} />}
      {missing.length > 0 && <Callout tone="warning" title={t('grantExpense.headersMissing', { list: missing.join(', ') })} />}
      <div className={styles['entry']}>
        <Card title={t('grantExpense.entry')} note={t('grantExpense.entryNote')}>
          <ExpenseGrid rows={entry.rows} verdicts={entry.verdicts} options={options} onType={entry.type} onPaste={paste} onAdd={entry.add} onRemove={entry.remove} onSubmit={submit} />
          <div className={styles['foot']}>
            <p className={styles['quiet']} aria-live="polite">
              {entry.preview === undefined ? t('grantExpense.waiting') : t('grantExpense.summary', { count: entry.preview.recorded.length, amount: formatWon(entry.preview.totalWon), refused: entry.preview.refused.length })}
            </p>
            <div className={styles['actions']}>
              <Button tone="quiet" icon="plus" onPress={entry.add}>
                {t('grantExpense.addRow')}
              </Button>
              <Button tone="primary" pending={record.isPending} onPress={submit}>
                {t('grantExpense.record')}
              </Button>
            </div>
          </div>
          <ProblemCallout error={record.error ?? read.error} />
        </Card>
        <Stack>
          <LineBalance callId={call.id} agreementId={entry.rows.find(({ agreementId: id }) => known.some(({ value }) => value === id))?.agreementId ?? ''} preview={entry.preview} />
          <Card title={t('grantExpense.file')} note={t('grantExpense.fileNote')}>
            <FileDrop accept={ACCEPTED} label={t('grantExpense.drop')} buttonLabel={t('grantExpense.choose')} onFiles={([file]) => file !== undefined && read.mutate(file)} />
            <BlankForm path={`/api/grant-calls/${call.id}/expense-files/form`} />
          </Card>
        </Stack>
      </div>
    </Stack>
  );
}
