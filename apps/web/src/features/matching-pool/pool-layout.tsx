import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { SectionBar } from '../../design/section-bar.js';
import { useGrantCall, type GrantCall } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { usePool, usePools, type Pool } from './matching.queries.js';
import { POOL_TABS } from './pool-tabs.js';

/** A pool is a call: pages of calls work in it, and find the call where they look for it. */
type PoolPlace = GrantCall & { readonly pool: Pool };

/** What all pages of one pool share: which pool, and where to go in it. */
export function PoolLayout(): ReactElement {
  const { callId = '' } = useParams();
  const { t } = useTranslation();
  const [pool, call] = [usePool(callId), useGrantCall(callId)];
  if (pool.data === undefined || call.data === undefined) {
    return (
      <Page title={t('matching.title')} hideTitle>
        <Loaded query={pool}>{() => null}</Loaded>
      </Page>
    );
  }
  return (
    <>
      <PoolBar pool={pool.data} />
      <Outlet context={{ ...call.data, pool: pool.data } satisfies PoolPlace} key={callId} />
    </>
  );
}

/** The pool whose page this is. */
export const useCurrentPool = (): Pool => useOutletContext<PoolPlace>().pool;

function PoolBar({ pool }: { readonly pool: Pool }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <SectionBar
      list={{ to: '/matching', label: t('matching.title') }}
      current={pool}
      others={usePools().data ?? []}
      switchLabel={t('matching.switch')}
      tabsLabel={t('matching.tabsLabel')}
      tabs={POOL_TABS.filter(({ permission }) => may(permission)).map(({ segment, key }) => ({ segment, label: t(`matching.tabs.${key}`) }))}
    />
  );
}
