import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundSummary, Programme } from '../../api/types.js';
import { LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { DueBadge } from '../deadline/due-badge.js';
import { useFunds } from '../fund/fund.queries.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { useTimePoint } from '../fund/time-point.js';
import { useGrantCalls } from '../grant-call/grant-call.queries.js';
import { NewReports } from '../report-schedule/new-reports.js';
import { usePermissions } from '../session/use-session.js';
import { useVoucherYears } from '../voucher-year/voucher-year.queries.js';
import { CreateProgrammeButton } from './create-programme.js';
import { FundsTable } from './funds-table.js';
import { ProgrammeSummary } from './programme-summary.js';
import { useProgrammes } from './programme.queries.js';

/** All money of the programme at a glance, and every fund with the room it has left. */
export function HomePage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const time = useTimePoint();
  const programmes = useProgrammes();
  const funds = useFunds(time.point);
  const elsewhere = useProgrammesElsewhere();
  return (
    <>
      <TimeBanner />
      <Page
        title={t('programme.title')}
        actions={
          <>
            <TimeButton />
            {may('programme.create') && <CreateProgrammeButton />}
            {may('fund.form') && (
              <LinkButton to="/funds/new" tone="primary" icon="plus">
                {t('shell.formFund')}
              </LinkButton>
            )}
          </>
        }
      >
        <DueBadge />
        <NewReports />
        <Loaded query={programmes}>
          {(all) => {
            const list = all.filter(({ id, vintages }) => vintages.length > 0 || !elsewhere.has(id));
            return list.length === 0 ? (
              <Card>
                <Empty>
                  <p>{t('programme.noProgramme')}</p>
                  {may('programme.create') && <CreateProgrammeButton />}
                </Empty>
              </Card>
            ) : (
              <Loaded query={funds}>{(formed) => list.map((programme) => <ProgrammeSection key={programme.id} programme={programme} funds={formed.filter((fund) => fund.programmeId === programme.id)} />)}</Loaded>
            );
          }}
        </Loaded>
      </Page>
    </>
  );
}

/** Programmes that give out vouchers or grants and form no funds have pages of their own. */
function useProgrammesElsewhere(): ReadonlySet<string> {
  const [years, calls] = [useVoucherYears().data, useGrantCalls().data];
  return useMemo(() => new Set([...(years ?? []), ...(calls ?? [])].map(({ programmeId }) => programmeId)), [years, calls]);
}

function ProgrammeSection({ programme, funds }: { readonly programme: Programme; readonly funds: readonly FundSummary[] }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <>
      <ProgrammeSummary programme={programme} />
      <Card flush>
        {funds.length === 0 ? (
          <Empty>
            <p>{t('programme.noFunds')}</p>
            {may('fund-register.import') && (
              <LinkButton to="/imports" tone="primary">
                {t('shell.imports')}
              </LinkButton>
            )}
          </Empty>
        ) : (
          <FundsTable funds={funds} />
        )}
      </Card>
    </>
  );
}
