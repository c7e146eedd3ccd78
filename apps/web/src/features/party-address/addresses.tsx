import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '../../design/person.js';
import { PlainTable } from '../../design/plain-table.js';
import type { PartyAddress } from './party-address.requests.js';

/** Every address of a party that is on record, the latest first. */
export function Addresses({ addresses }: { readonly addresses: readonly PartyAddress[] }): ReactElement {
  const { t } = useTranslation();
  if (addresses.length === 0) return <p>{t('partyAddress.none')}</p>;
  return (
    <PlainTable
      label={t('partyAddress.title')}
      rows={addresses}
      rowKey={({ id }) => id}
      columns={[
        { header: t('partyAddress.effectiveFrom'), cell: ({ effectiveFrom }) => effectiveFrom },
        { header: t('partyAddress.address'), wrap: true, cell: ({ town, street, building }) => [town, street, building].filter(Boolean).join(' ') },
        { header: t('partyAddress.field.postCode'), cell: ({ postCode, country }) => (country === 'KR' ? postCode : `${country} ${postCode}`) },
        { header: t('partyAddress.actor'), cell: ({ actor, actorName }) => <Person name={actorName} login={actor} /> },
      ]}
    />
  );
}
