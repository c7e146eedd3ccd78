import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { VerdictList } from '../rule/verdict-list.js';
import { LinesCard } from './lines-card.js';
import { OriginsCard, type Figure } from './origins-card.js';
import { ReturnCard } from './return-card.js';
import { SettlementDeeds } from './settlement-deeds.js';
import { SettlementPapers } from './settlement-papers.js';
import { useVerification, useWorksheet, type SettlementVersion, type Worksheet } from './settlement.requests.js';

/** A stage as it would be settled now, or was: the form with where each figure comes from, what is missing, and what to do next. */
export function SettlementPage(): ReactElement {
  const { t } = useTranslation();
  const { agreementId = '', stage = '1' } = useParams();
  const call = useCurrentCall();
  const query = useWorksheet(call.id, agreementId, Number(stage));
  return (
    <Page title={query.data?.form.header.agreementNumber ?? t('grantSettlement.title')} hideTitle>
      <Link to={`/grants/${call.id}/settlements`}>{t('grantSettlement.back')}</Link>
      <Loaded query={query}>{(sheet) => <Sheet sheet={sheet} />}</Loaded>
    </Page>
  );
}

function Sheet({ sheet }: { readonly sheet: Worksheet }): ReactElement {
  const { t } = useTranslation();
  const [figure, setFigure] = useState<Figure | null>(null);
  const { form, decided, compared } = sheet;
  return (
    <>
      <HeadCard sheet={sheet} />
      <LinesCard form={form} figure={figure} onFigure={setFigure} />
      {figure !== null && <OriginsCard sheet={sheet} figure={figure} />}
      <ReturnCard form={form} onInterest={() => setFigure({ kind: 'interest' })} />
      {compared.length > 0 && <ComparedCard sheet={sheet} />}
      {decided.length > 0 && (
        <Card title={t('grantSettlement.versions')} actions={<SettlementPapers settlementId={decided.at(-1)?.id ?? ''} />} flush>
          <Versions decided={decided} callId={sheet.callId} />
        </Card>
      )}
    </>
  );
}

function HeadCard({ sheet }: { readonly sheet: Worksheet }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { header } = sheet.form;
  return (
    <Card title={`${header.agreementNumber} ${header.institutionName}`} note={t('grantSettlement.stagePeriod', { stage: header.stage, from: header.from, to: header.to })}>
      <Facts
        columns
        facts={[
          { label: t('grantSettlement.project'), value: header.title },
          { label: t('grantSettlement.institutionType'), value: term('grantInstitution', header.institution) },
          header.investigator === null ? null : { label: t('grantSettlement.investigator'), value: header.investigator },
          { label: t('grantSettlement.governmentPaid'), value: <WonText amount={sheet.books.governmentPaidWon} /> },
          { label: t('grantSettlement.ownPaid'), value: <WonText amount={sheet.books.ownPaidWon} /> },
          { label: t('grantSettlement.cashLeft'), value: <WonText amount={sheet.books.cashWon} /> },
        ]}
      />
      <VerificationFacts sheet={sheet} />
      {sheet.decided.length === 0 && <VerdictList verdicts={sheet.verdicts} />}
      <SettlementDeeds sheet={sheet} />
    </Card>
  );
}

function VerificationFacts({ sheet }: { readonly sheet: Worksheet }): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  const page = useVerification(sheet.callId, sheet.agreementId, sheet.form.header.stage).data;
  if (page === undefined) return null;
  const wanted = page.demands.filter(({ required }) => required);
  return (
    <Facts
      facts={[
        ...wanted.map(({ kind, fiscalYear, dueOn, clause }) => ({ label: `${term('verificationKind', kind)} ${fiscalYear ?? ''}`, value: t('grantSettlement.verificationWanted', { due: dueOn ?? '–', clause }) })),
        ...page.reports.map(({ kind, auditor, opinion, receivedOn }) => ({ label: `${term('verificationKind', kind)} ${receivedOn}`, value: `${auditor}: ${term('auditOpinion', opinion)}` })),
      ]}
    />
  );
}

function ComparedCard({ sheet }: { readonly sheet: Worksheet }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <Card title={t('grantSettlement.compared')} flush>
      <PlainTable
        label={t('grantSettlement.compared')}
        rows={sheet.compared}
        rowKey={({ figure }) => figure}
        tone={({ differenceWon }) => (differenceWon === '0' ? undefined : 'warning')}
        columns={[
          { header: t('grantSettlement.figure'), cell: ({ figure }) => term('settlementFigure', figure) },
          { header: t('grantSettlement.stated'), align: 'right', cell: ({ statedWon }) => formatWon(statedWon) },
          { header: t('grantSettlement.computed'), align: 'right', cell: ({ computedWon }) => formatWon(computedWon) },
          { header: t('grantSettlement.difference'), align: 'right', cell: ({ differenceWon }) => formatWon(differenceWon) },
        ]}
      />
    </Card>
  );
}

function Versions({ decided, callId }: { readonly decided: readonly SettlementVersion[]; readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const outcome = ({ objection, answer, final, objectionUntil }: SettlementVersion) => {
    if (final !== null) return final.recoveryId === null ? t('grantSettlement.finalNothing', { on: final.finalizedOn }) : <Link to={`/grants/${callId}/recoveries/${final.recoveryId}`}>{t('grantSettlement.finalRecovery', { on: final.finalizedOn, number: final.recoveryNumber })}</Link>;
    if (answer !== null) return `${term('objectionOutcome', answer.outcome)} (${answer.answeredOn}): ${answer.reason}`;
    if (objection !== null) return t('grantSettlement.answerUntil', { on: objection.answerDueOn });
    return t('grantSettlement.objectionUntil', { on: objectionUntil });
  };
  return (
    <PlainTable
      label={t('grantSettlement.versions')}
      rows={decided}
      rowKey={({ id }) => id}
      columns={[
        { header: t('grantSettlement.number'), cell: ({ id, number, version }) => <Link to={`/grants/${callId}/report?report=grant-form&of=${id}`}>{`${number} v${version}`}</Link> },
        { header: t('grantSettlement.decidedOn'), cell: ({ decidedOn, actor }) => `${decidedOn} ${actor ?? ''}` },
        { header: t('grantSettlement.noticeOn'), cell: ({ noticeOn }) => noticeOn },
        { header: t('grantSettlement.totalWon'), align: 'right', cell: ({ totalWon }) => formatWon(totalWon) },
        { header: t('grantSettlement.noticeWon'), align: 'right', cell: ({ noticeWon }) => formatWon(noticeWon) },
        { header: t('grantSettlement.outcome'), wrap: true, cell: outcome },
        { header: t('grantSettlement.digest'), cell: ({ digest }) => <code>{digest.slice(0, 12)}</code> },
      ]}
    />
  );
}
