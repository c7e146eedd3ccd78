import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('custodian_statement')
export class CustodianStatementEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('char', { length: 64 })
  sha256!: string;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes!: number;
}
