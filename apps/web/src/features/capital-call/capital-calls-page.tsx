import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CapitalCall } from '../../api/types.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { classes } from '../../design/classes.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { WonText } from '../../design/won-text.js';
import { sumWon } from '../../format/won.js';
import { useRedraft } from '../approval/redraft.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { History } from '../history/history.js';
import { usePermissions } from '../session/use-session.js';
import { useCapitalCalls } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';
import { callRows, type CallRow } from './call-rows.js';
import { CallsTable } from './calls-table.js';
import { IssueDialog } from './issue-dialog.js';
import { LatePartners } from './late-partners.js';
import { NoticesCard } from './notices-card.js';
import { ReceiveDialog } from './receive-dialog.js';
import { SharePanel } from './share-panel.js';

/** Who was asked for what, who paid, and what is late. */
export function CapitalCallsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow, search } = useTimePoint();
  const query = useCapitalCalls(fund.id, point);
  const navigate = useNavigate();
  const redraft = useRedraft();
  const [issuing, setIssuing] = useState(redraft !== null);
  const closeIssue = (): void => {
    setIssuing(false);
    // What was corrected is sent or put aside: the next call is a new matter.
    if (redraft !== null) void navigate('.', { replace: true, state: null });
  };
  const [receiving, setReceiving] = useState<CallRow | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const mayIssue = isNow && may('capital-call.issue');
  const issue = (
    <Button tone="primary" icon="plus" onPress={() => setIssuing(true)}>
      {t('capitalCall.issue')}
    </Button>
  );
  return (
    <Page
      title={t('capitalCall.list')}
      actions={
        <>
          <LinkButton to={`/funds/${fund.id}/capital-calls/custodian${search}`} icon="file">
            {t('capital.desk')}
          </LinkButton>
          {mayIssue && issue}
        </>
      }
    >
      <Loaded query={query}>
        {(calls) =>
          calls.length === 0 ? (
            <Card>
              <Empty>
                <p>{t('capitalCall.empty')}</p>
                {mayIssue && issue}
              </Empty>
            </Card>
          ) : (
            <>
              <Sums calls={calls} />
              <LatePartners rows={callRows(calls)} />
              <Card flush>
                <CallsTable rows={callRows(calls)} onOpen={(row) => setOpened(keyOf(row))} onReceive={isNow && may('capital-call.receive') ? setReceiving : undefined} />
              </Card>
              <NoticesCard calls={calls} />
              <OpenedShare fundId={fund.id} row={callRows(calls).find((row) => keyOf(row) === opened)} isNow={isNow} onClose={() => setOpened(null)} />
              <CallHistory calls={calls} />
            </>
          )
        }
      </Loaded>
      {issuing && <IssueDialog fund={fund} onClose={closeIssue} />}
      {receiving !== null && <ReceiveDialog fundId={fund.id} row={receiving} onClose={() => setReceiving(null)} />}
    </Page>
  );
}

const keyOf = ({ call, share }: CallRow): string => `${call.id}/${share.partnerId}`;

/** The panel follows the list: what a deed in it changes is seen at once. */
function OpenedShare({ row, ...rest }: { readonly fundId: string; readonly row: CallRow | undefined; readonly isNow: boolean; readonly onClose: () => void }): ReactElement | null {
  return row === undefined ? null : <SharePanel row={row} {...rest} />;
}

/** What happened to one call; the latest is shown first. */
function CallHistory({ calls }: { readonly calls: readonly CapitalCall[] }): ReactElement | null {
  const { t } = useTranslation();
  const latest = calls.reduce<CapitalCall | null>((last, call) => (last === null || call.number > last.number ? call : last), null);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? latest?.id;
  if (id === undefined) return null;
  return (
    <History
      key={id}
      id={id}
      actions={<SelectField label={t('capitalCall.round')} value={id} onChange={setChosen} choices={calls.map((call) => ({ value: call.id, label: t('capitalCall.number', { number: call.number }) }))} />}
    />
  );
}

function Sums({ calls }: { readonly calls: readonly CapitalCall[] }): ReactElement {
  const { t } = useTranslation();
  const shares = calls.flatMap((call) => call.shares);
  const sums = [
    { label: t('capitalCall.called'), amount: sumWon(shares.map(({ calledWon }) => calledWon)), alarming: false },
    { label: t('capitalCall.paid'), amount: sumWon(shares.map(({ paidWon }) => paidWon)), alarming: false },
    { label: t('capitalCall.unpaid'), amount: sumWon(shares.map(({ unpaidWon }) => unpaidWon)), alarming: true },
    { label: t('capital.interestDue'), amount: sumWon(shares.map(({ interest }) => interest.dueWon)), alarming: true },
  ];
  return (
    <section className={styles['tiles']} aria-label={t('capitalCall.list')}>
      {sums.map(({ label, amount, alarming }) => (
        <div key={label} className={styles['tile']}>
          <p className={styles['label']}>{label}</p>
          <p className={classes(styles['value'], alarming && amount > 0n && styles['alarming'])}>
            <WonText amount={amount} bare />
          </p>
        </div>
      ))}
    </section>
  );
}
