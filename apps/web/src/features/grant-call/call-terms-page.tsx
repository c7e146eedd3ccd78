import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { BudgetCard } from './budget-card.js';
import { DecideBudgetDialog } from './decide-budget-dialog.js';
import { DecideTermDialog } from './decide-term-dialog.js';
import { useCurrentCall } from './grant-call-layout.js';
import { FeasibilityCallout } from './feasibility-callout.js';
import { ReadingsCard } from './readings-card.js';
import { TermsCard } from './terms-card.js';

type Opened = { readonly kind: 'budget' } | { readonly kind: 'term'; readonly key: string } | null;

/** What a call may spend, on which lines, under which conditions and which law, each with the decision it rests on. */
export function CallTermsPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  return (
    <Page title={t('grantTerms.title')} lead={t('grantTerms.lead')}>
      <FeasibilityCallout call={call} />
      <BudgetCard call={call} onDecide={may('grant-budget.decide') ? () => setOpened({ kind: 'budget' }) : null} />
      <ReadingsCard call={call} />
      <TermsCard call={call} onDecide={may('grant-term.decide') ? (key) => setOpened({ kind: 'term', key }) : null} />
      <LinesCard />
      <RegimeCard />
      {opened?.kind === 'budget' && <DecideBudgetDialog call={call} onClose={close} />}
      {opened?.kind === 'term' && <DecideTermDialog call={call} first={opened.key} onClose={close} />}
    </Page>
  );
}

function LinesCard(): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { lines } = useCurrentCall();
  return (
    <Card title={t('grantCall.lines')}>
      <p>{t('grantCall.linesLead')}</p>
      <PlainTable
        label={t('grantCall.lines')}
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          { header: t('grantCall.line'), cell: ({ code, name }) => `${code} ${say(name)}` },
          { header: '', cell: ({ indirect }) => t(indirect ? 'grantCall.indirect' : 'grantCall.direct') },
          { header: '', cell: ({ inKind }) => t(inKind ? 'grantCall.inKind' : 'grantCall.cashOnly') },
        ]}
      />
    </Card>
  );
}

/** What the law of the call asks for; the words of the other regime stand nowhere on it. */
function RegimeCard(): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { regimeFacts } = useCurrentCall();
  return (
    <Card title={t('grantCall.regimeFacts')}>
      <PlainTable
        label={t('grantCall.regimeFacts')}
        rows={regimeFacts}
        rowKey={({ key }) => key}
        columns={[
          { header: t('grantCall.fact'), cell: ({ name }) => say(name) },
          { header: t('grantCall.asked'), cell: ({ value }) => say(value), wrap: true },
          { header: t('terms.clause'), cell: ({ clause }) => clause, wrap: true },
        ]}
      />
    </Card>
  );
}
