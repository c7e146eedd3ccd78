import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { SelectField } from '../../design/select-field.js';
import { DataTable } from '../../design/table/data-table.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { newKey } from '../../api/intent.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { usePermissions, useSessionState } from '../session/use-session.js';
import { useExpenseColumns } from './expense-columns.js';
import { useAgreementNames, useExpenses, voidExpense, type ExpenseState, type GrantExpense } from './grant-expense.requests.js';
import { PaperDialog } from './paper-dialog.js';
import { ReviewDialog } from './review-dialog.js';
import styles from './expenses.module.css';

const PAUSE_MS = 300;
const STATES: readonly ExpenseState[] = ['UNREVIEWED', 'ALLOWED', 'PARTLY', 'DISALLOWED', 'VOIDED'];

interface Props {
  readonly callId: string;
  /** Of one agreement only. */
  readonly agreementId?: string;
}

type Deed = { readonly kind: 'review' | 'void' | 'attach'; readonly expenses: readonly GrantExpense[] };

/** What was spent, to be filtered, reviewed one by one or together, completed with papers, or undone. */
export function ExpenseList({ callId, agreementId }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const [state, setState] = useState<string>(may('grant-expense.review') ? 'UNREVIEWED' : '');
  const [chosen, setChosen] = useState(agreementId ?? '');
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [deed, setDeed] = useState<Deed | null>(null);
  const search = useDebounced(typed.trim(), PAUSE_MS);
  const query = useExpenses(callId, { ...(state === '' ? {} : { state: state as ExpenseState }), ...(chosen === '' ? {} : { agreementId: chosen }), ...(search === '' ? {} : { search }) });
  const agreements = useAgreementNames(callId).data ?? [];
  const close = (): void => {
    setDeed(null);
    setPicked(new Set());
  };
  return (
    <>
      <div className={styles['tools']}>
        <SelectField label={t('grantExpense.state')} value={state} onChange={setState} emptyLabel={t('grantExpense.all')} choices={STATES.map((value) => ({ value, label: term('expenseState', value) }))} />
        {agreementId === undefined && <SelectField label={t('grantExpense.fields.agreementId')} value={chosen} onChange={setChosen} emptyLabel={t('grantExpense.all')} choices={agreements.map(({ id, number, partyName }) => ({ value: id, label: `${number} ${partyName}` }))} />}
        <TextField label={t('grantExpense.search')} value={typed} onChange={setTyped} />
      </div>
      <Card flush>
        <Loaded query={query}>
          {({ expenses, count, totalWon, disallowedWon }) => (
            <Table
              expenses={expenses}
              note={t('grantExpense.listNote', { count, amount: formatWon(totalWon), disallowed: formatWon(disallowedWon) })}
              picked={picked}
              onPick={setPicked}
              onDeed={setDeed}
            />
          )}
        </Loaded>
      </Card>
      {deed?.kind === 'review' && <ReviewDialog callId={callId} expenses={deed.expenses} onClose={close} />}
      {deed?.kind === 'attach' && deed.expenses[0] !== undefined && <PaperDialog callId={callId} expense={deed.expenses[0]} onClose={close} />}
      {deed?.kind === 'void' && deed.expenses[0] !== undefined && <VoidDialog callId={callId} expense={deed.expenses[0]} onClose={close} />}
    </>
  );
}

interface TableProps {
  readonly expenses: readonly GrantExpense[];
  readonly note: string;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
  readonly onDeed: (deed: Deed) => void;
}

function Table({ expenses, note, picked, onPick, onDeed }: TableProps): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const session = useSessionState();
  const login = session.kind === 'signed-in' || session.kind === 'lost' ? session.session.user.login : '';
  const reviewable = useMemo(() => (may('grant-expense.review') ? expenses.filter(({ state, recorder }) => state !== 'VOIDED' && recorder !== login) : []), [expenses, login, may]);
  const chosen = reviewable.filter(({ id }) => picked.has(id));
  const columns = useExpenseColumns({
    ...{ picked, reviewable: new Set(reviewable.map(({ id }) => id)) },
    onPick: (id) => onPick(new Set(picked.has(id) ? [...picked].filter((each) => each !== id) : [...picked, id])),
    onAct: (kind, expense) => onDeed({ kind, expenses: [expense] }),
  });
  const toolbar = reviewable.length > 0 && (
    <>
      <Button small tone="quiet" onPress={() => onPick(new Set(chosen.length === reviewable.length ? [] : reviewable.map(({ id }) => id)))}>
        {t('grantExpense.pickAll', { count: reviewable.length })}
      </Button>
      <Button small tone="primary" icon="check" disabled={chosen.length === 0} onPress={() => onDeed({ kind: 'review', expenses: chosen })}>
        {t('grantExpense.reviewPicked', { count: chosen.length })}
      </Button>
    </>
  );
  return (
    <DataTable
      label={t('grantExpense.list')}
      title={t('grantExpense.list')}
      note={note}
      toolbar={toolbar}
      columns={columns}
      rows={expenses}
      rowKey={({ id }) => id}
      rowTone={({ state }) => (state === 'VOIDED' ? 'muted' : state === 'DISALLOWED' ? 'danger' : undefined)}
      empty={t('grantExpense.empty')}
      searched
      tall
    />
  );
}

function VoidDialog({ callId, expense, onClose }: { readonly callId: string; readonly expense: GrantExpense; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [key] = useState(newKey);
  const run = async (reason: string): Promise<void> => {
    await voidExpense(expense.id, reason, { 'Idempotency-Key': key });
    await refreshGrants(callId);
  };
  return (
    <ReasonDialog title={t('grantExpense.voidTitle', { number: expense.number })} label={t('grantExpense.voidReason')} hint={t('grantExpense.voidHint')} missing={t('grantExpense.reasonMissing')} action={t('grantExpense.void')} tone="danger" run={run} onClose={onClose}>
      <p>{`${expense.payeeName} · ${formatWon(expense.amountWon)}`}</p>
    </ReasonDialog>
  );
}
