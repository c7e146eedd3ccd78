import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { newKey } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type BankAccount = Schemas['BankAccountDto'];
export type Bank = Schemas['BankDto'];
export type Party = Schemas['PartyDto'];
export type RegisterBankAccount = Schemas['RegisterBankAccountDto'];
export type RegisteredBankAccount = Schemas['RegisteredBankAccountDto'];
export type UnmaskedBankAccount = Schemas['UnmaskedBankAccountDto'];

const PAGE = 100;
const ACCOUNTS = ['bank-accounts'];

export function useBankAccounts(): UseInfiniteQueryResult<InfiniteData<BankAccount[]>> {
  return useInfiniteQuery({
    queryKey: ACCOUNTS,
    queryFn: ({ pageParam }) => dataOf(api.GET('/api/bank-accounts', { params: { query: { limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
  });
}

export const refreshBankAccounts = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ACCOUNTS });

export function useBanks(): UseQueryResult<Bank[]> {
  return useQuery({ queryKey: ['banks'], queryFn: () => dataOf(api.GET('/api/bank-accounts/banks')), staleTime: Infinity });
}

export function useParties(search: string): UseQueryResult<Party[]> {
  return useQuery({
    queryKey: ['parties', search],
    queryFn: () => dataOf(api.GET('/api/parties', { params: { query: search === '' ? {} : { search } } })),
    placeholderData: (before) => before,
  });
}

export function registerBankAccount(body: RegisterBankAccount, header: { 'Idempotency-Key': string }): Promise<RegisteredBankAccount> {
  return dataOf(api.POST('/api/bank-accounts', { params: { header }, body }));
}

export function findBankAccounts(bankCode: RegisterBankAccount['bankCode'], accountNumber: string): Promise<BankAccount[]> {
  return dataOf(api.POST('/api/bank-accounts/find', { headers: { 'Idempotency-Key': newKey() }, body: { bankCode, accountNumber } }));
}

export function unmaskBankAccount(id: string, reason: string): Promise<UnmaskedBankAccount> {
  return dataOf(api.POST('/api/bank-accounts/{id}/unmask', { params: { path: { id } }, headers: { 'Idempotency-Key': newKey() }, body: { reason } }));
}

export function closeBankAccount(id: string, body: Schemas['CloseBankAccountDto'], header: { 'Idempotency-Key': string }): Promise<unknown> {
  return dataOf(api.POST('/api/bank-accounts/{id}/close', { params: { path: { id }, header }, body }));
}
