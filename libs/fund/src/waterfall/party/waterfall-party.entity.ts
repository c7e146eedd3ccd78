import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyRole } from './party.rules.js';

@Entity('waterfall_party')
export class WaterfallPartyEntity {
  @PrimaryColumn('uuid', { name: 'decision_id' })
  decisionId!: string;

  @PrimaryColumn('uuid', { name: 'partner_id' })
  partnerId!: string;

  @PrimaryColumn('text')
  role!: PartyRole;

  @Column('integer')
  weight!: number;

  @Column('uuid', { name: 'command_id' })
  commandId!: string;
}
