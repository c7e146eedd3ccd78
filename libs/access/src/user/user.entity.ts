import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import type { Role } from '../permission/role.js';

/** A person with an account. The password's hash is not mapped: it leaves the database for one comparison only. */
@Entity('app_user')
export class UserEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  login!: string;

  @Column('text')
  name!: string;

  @Column('boolean')
  active!: boolean;

  @Column('date', { name: 'valid_through', nullable: true })
  validThrough!: string | null;

  @Column('inet', { array: true })
  networks!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @OneToMany(() => UserRoleEntity, (grant) => grant.user)
  grants!: Relation<UserRoleEntity[]>;
}

/** A role that somebody holds, and who gave it. */
@Entity('user_role')
export class UserRoleEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text')
  role!: Role;

  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt!: Date;

  @ManyToOne(() => UserEntity, (user) => user.grants)
  @JoinColumn({ name: 'user_id' })
  user!: Relation<UserEntity>;
}
