import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { usePermissions } from '../session/use-session.js';
import { DeclareDialog, DivideDialog, NotifyDialog, TechnologyDialog } from './royalty-dialogs.js';
import { useRoyalties, type AgreementRoyalty, type StatementYear, type Technology } from './royalty.requests.js';

type Opened =
  | { readonly kind: 'technology' }
  | { readonly kind: 'declare' | 'divide'; readonly technology: Technology }
  | { readonly kind: 'notify'; readonly royalty: AgreementRoyalty; readonly year: StatementYear }
  | null;
type Open = (opened: Opened) => void;

/** Results in the hands of companies, what they brought, and what of it the government gets up to the cap. */
export function RoyaltiesCard(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const register = may('grant-royalty.register') && (
    <Button small tone="primary" icon="plus" onPress={() => setOpened({ kind: 'technology' })}>
      {t('royalty.register')}
    </Button>
  );
  return (
    <Card title={t('royalty.title')} actions={register === false ? undefined : register}>
      <Loaded query={useRoyalties(call.id)}>
        {(royalties) =>
          royalties.length === 0 ? (
            <Empty>
              <p>{t('royalty.empty')}</p>
            </Empty>
          ) : (
            royalties.map((royalty) => <AgreementBlock key={royalty.agreementId} royalty={royalty} open={setOpened} />)
          )
        }
      </Loaded>
      {opened?.kind === 'technology' && <TechnologyDialog callId={call.id} onClose={close} />}
      {opened?.kind === 'declare' && <DeclareDialog callId={call.id} technology={opened.technology} onClose={close} />}
      {opened?.kind === 'divide' && <DivideDialog callId={call.id} technology={opened.technology} onClose={close} />}
      {opened?.kind === 'notify' && <NotifyDialog callId={call.id} royalty={opened.royalty} year={opened.year} onClose={close} />}
    </Card>
  );
}

function AgreementBlock({ royalty, open }: { readonly royalty: AgreementRoyalty; readonly open: Open }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { agreementNumber, institution, title, statement } = royalty;
  return (
    <section className={styles['block']}>
      <h3>
        {agreementNumber} {institution} · {title}
      </h3>
      <Facts
        columns
        facts={
          statement.payer === null
            ? [{ label: t('royalty.payer'), value: t('royalty.nonProfit') }]
            : [
                { label: t('royalty.payer'), value: term('royaltyPayer', statement.payer) },
                { label: t('royalty.cap'), value: `${formatWon(statement.claimedWon)} / ${formatWon(statement.capWon)}` },
                { label: t('royalty.grant'), value: formatWon(statement.grantWon) },
                { label: t('royalty.endsOn'), value: statement.endsOn },
                { label: t('terms.clause'), value: statement.clause },
              ]
        }
      />
      {statement.years.length > 0 && statement.payer !== null && <YearsTable royalty={royalty} open={open} />}
      <TechnologiesTable technologies={royalty.technologies} divides={statement.payer === null} open={open} />
    </section>
  );
}

function YearsTable({ royalty, open }: { readonly royalty: AgreementRoyalty; readonly open: Open }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const won = (header: string, pick: (year: StatementYear) => string) => ({ header, align: 'right' as const, cell: (year: StatementYear) => formatWon(pick(year)) });
  return (
    <PlainTable
      label={t('royalty.years')}
      rows={royalty.statement.years}
      rowKey={({ year }) => year}
      columns={[
        { header: t('royalty.year'), cell: ({ year }) => year },
        won(t('royalty.licence'), ({ licenceWon }) => licenceWon),
        won(t('royalty.sales'), ({ salesWon }) => salesWon),
        won(t('royalty.computed'), ({ computedWon }) => computedWon),
        won(t('royalty.due'), ({ dueWon }) => dueWon),
        { header: t('royalty.reason'), cell: ({ reason }) => <Tag tone={reason === 'FULL' ? 'success' : reason === 'NO_INCOME' ? 'neutral' : 'warning'}>{term('royaltyReason', reason)}</Tag> },
        won(t('royalty.claimedOfYear'), ({ claimedWon }) => claimedWon),
        won(t('royalty.toClaim'), ({ noticeWon }) => noticeWon),
        {
          header: '',
          cell: (year) =>
            year.noticeWon !== '0' && may('grant-royalty.notify') ? (
              <Button small onPress={() => open({ kind: 'notify', royalty, year })}>
                {t('royalty.notify')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function TechnologiesTable({ technologies, divides, open }: { readonly technologies: readonly Technology[]; readonly divides: boolean; readonly open: Open }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const incomes = ({ declarations }: Technology): string => declarations.map(({ year, incomeWon, turn }) => `${year}: ${formatWon(incomeWon)}${turn > 1 ? t('royalty.corrected', { turn }) : ''}`).join(' · ');
  return (
    <PlainTable
      label={t('royalty.technologies')}
      rows={technologies}
      rowKey={({ id }) => id}
      columns={[
        { header: t('royalty.technology'), wrap: true, cell: ({ name, patentNumber }) => (patentNumber === null ? name : `${name} (${patentNumber})`) },
        { header: t('royalty.company'), wrap: true, cell: ({ company }) => company },
        { header: t('royalty.use'), cell: ({ useName, contributionBasisPoints }) => (contributionBasisPoints === null ? say(useName) : `${say(useName)} ${contributionBasisPoints / 100}%`) },
        { header: t('royalty.declared'), wrap: true, cell: (technology) => (technology.declarations.length === 0 ? t('royalty.notDeclared') : incomes(technology)) },
        ...(divides ? [{ header: t('royalty.divided'), wrap: true, cell: ({ divisions }: Technology) => divisions.map(({ year, parts }) => `${year}: ${parts.map(({ name, amountWon }) => `${say(name)} ${formatWon(amountWon)}`).join(', ')}`).join(' · ') || '–' }] : []),
        {
          header: '',
          cell: (technology) => (
            <span className={styles['actions']}>
              {may('grant-royalty.declare') && (
                <Button small tone="quiet" onPress={() => open({ kind: 'declare', technology })}>
                  {t('royalty.declare')}
                </Button>
              )}
              {divides && may('grant-royalty.divide') && technology.declarations.length > 0 && (
                <Button small tone="quiet" onPress={() => open({ kind: 'divide', technology })}>
                  {t('royalty.divide')}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
