import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { SectionBar } from '../../design/section-bar.js';
import { Tag } from '../../design/tag.js';
import { SubsidyLanguage } from '../../i18n/subsidy-language.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { CALL_TABS } from './call-tabs.js';
import { useGrantCall, useGrantCalls, type GrantCall } from './grant-call.queries.js';

/** What all pages of one call share: which call, under which law, and where to go in it. */
export function GrantCallLayout(): ReactElement {
  const { callId = '' } = useParams();
  const { t } = useTranslation();
  const query = useGrantCall(callId);
  const call = query.data;
  return call === undefined ? (
    <Page title={t('grantCall.title')} hideTitle>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  ) : (
    <WordsOf call={call}>
      <CallBar call={call} />
      <Outlet context={call satisfies GrantCall} key={callId} />
    </WordsOf>
  );
}

/** The two laws are never mixed on one screen, nor are their words. */
function WordsOf({ call, children }: { readonly call: GrantCall; readonly children: ReactNode }): ReactElement {
  return call.regime === 'SUBSIDY' ? <SubsidyLanguage>{children}</SubsidyLanguage> : <>{children}</>;
}

/** The call whose page this is. */
export function useCurrentCall(): GrantCall {
  return useOutletContext<GrantCall>();
}

function CallBar({ call }: { readonly call: GrantCall }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const tags = (
    <>
      <Tag tone="neutral">{term('grantRegime', call.regime)}</Tag>
      {call.feasibility === 'PENDING' && <Tag tone="warning">{term('feasibility', call.feasibility)}</Tag>}
    </>
  );
  return (
    <SectionBar
      list={{ to: '/grants', label: t('grantCall.title') }}
      current={call}
      others={useGrantCalls().data ?? []}
      switchLabel={t('grantCall.switch')}
      tags={tags}
      tabsLabel={t('grantCall.tabsLabel')}
      tabs={CALL_TABS.filter(({ permission }) => may(permission)).map(({ segment, key }) => ({ segment, label: t(`grantCall.tabs.${key}`) }))}
    />
  );
}
