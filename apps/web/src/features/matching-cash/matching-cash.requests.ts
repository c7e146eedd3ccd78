import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Header = { 'Idempotency-Key': string };

export type Room = Schemas['RoomStandingDto'];
export type RoomBalances = Schemas['RoomBalancesDto'];
export type Deposit = Schemas['MatchingDepositDto'];
export type DepositFlag = Schemas['MatchingFlagDto'];
export type RecordDeposit = Schemas['RecordMatchingDepositDto'];
export type MovedDeposit = Schemas['MovedMatchingDepositDto'];
export type Receipt = Schemas['ReceiptCandidateDto'];
export type Withdrawal = Schemas['MatchingWithdrawalDto'];
export type RecordWithdrawal = Schemas['RecordMatchingWithdrawalDto'];
export type ReverseWithdrawal = Schemas['ReverseMatchingWithdrawalDto'];
export type RecordedWithdrawal = Schemas['RecordedMatchingWithdrawalDto'];

export const useRooms = (callId: string): UseQueryResult<Room[]> =>
  useQuery({ queryKey: ['grant-call', callId, 'matching', 'rooms'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/rooms', { params: { path: { callId } } })) });

export const useDeposits = (callId: string): UseQueryResult<Deposit[]> =>
  useQuery({ queryKey: ['grant-call', callId, 'matching', 'deposits'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/deposits', { params: { path: { callId } } })) });

export const useReceipts = (callId: string, depositId: string): UseQueryResult<Receipt[]> =>
  useQuery({ queryKey: ['grant-call', callId, 'matching', 'receipts', depositId], queryFn: () => dataOf(api.GET('/api/matching-deposits/{depositId}/receipts', { params: { path: { depositId } } })) });

export const useWithdrawals = (callId: string): UseQueryResult<Withdrawal[]> =>
  useQuery({ queryKey: ['grant-call', callId, 'matching', 'withdrawals'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/withdrawals', { params: { path: { callId } } })) });

export const recordDeposit = (agreementId: string, body: RecordDeposit, header: Header): Promise<MovedDeposit> =>
  dataOf(api.POST('/api/matching-projects/{agreementId}/deposits', { params: { path: { agreementId }, header }, body }));

export const proveDeposit = (depositId: string, lineId: string, header: Header): Promise<MovedDeposit> =>
  dataOf(api.POST('/api/matching-deposits/{depositId}/proof', { params: { path: { depositId }, header }, body: { lineId } }));

export const reverseDeposit = (depositId: string, reason: string, header: Header): Promise<MovedDeposit> =>
  dataOf(api.POST('/api/matching-deposits/{depositId}/reversal', { params: { path: { depositId }, header }, body: { reason } }));

export const decideFlag = (flagId: string, body: Schemas['DecideMatchingFlagDto'], header: Header): Promise<MovedDeposit> =>
  dataOf(api.POST('/api/matching-flags/{flagId}/decision', { params: { path: { flagId }, header }, body }));

export const recordWithdrawal = (agreementId: string, body: RecordWithdrawal, header: Header): Promise<RecordedWithdrawal> =>
  dataOf(api.POST('/api/matching-projects/{agreementId}/withdrawals', { params: { path: { agreementId }, header }, body }));

export const reverseWithdrawal = (withdrawalId: string, body: ReverseWithdrawal, header: Header): Promise<RecordedWithdrawal> =>
  dataOf(api.POST('/api/matching-withdrawals/{withdrawalId}/reversal', { params: { path: { withdrawalId }, header }, body }));
