import type { DistrictCard, Paper, PaperMark, SetUpView, TownshipName } from '../../contract/district';
import type {
  DirectoryKind,
  DirectoryPart,
  DirectoryView,
  EditDirectoryInput,
  InvitationState,
  InvitationRow,
  Issued,
  RegistryOfficeActions,
} from '../../contract/registry-office';
import type { Input, Output } from '../../contract/wire';
import { ask, write } from '../../platform/cloud';
import type { Result } from '../../contract/result';
import { township } from '../../platform/whereabouts';
import { partAt, readParts } from '../../services/parts';

type In<A extends keyof RegistryOfficeActions> = Omit<Input<'registry', A>, 'township'>;

/** A part of it, of all kinds or of one. */
export function getDirectory(
  part: DirectoryPart,
  more: { kind?: DirectoryKind; after?: string } = {},
): Promise<Result<DirectoryView>> {
  return ask('registry', 'book', { township: township(), part, inParts: true, ...more });
}

/** The whole. */
export function readDirectory(part: DirectoryPart): Promise<Result<DirectoryView>> {
  return readParts((after) => getDirectory(part, after === undefined ? {} : { after }));
}

/** One row of one kind; `input` as the contract's, which no generic could say better. */
export function editBook(
  input: Omit<EditDirectoryInput, 'township'>,
  key: string,
): Promise<Result<Output<'registry', 'editBook'>>> {
  return write('registry', 'editBook', { township: township(), ...input } as EditDirectoryInput, key);
}

export function mergeVillages(
  input: In<'mergeVillages'>,
  key: string,
): Promise<Result<Output<'registry', 'mergeVillages'>>> {
  return write('registry', 'mergeVillages', { township: township(), ...input }, key);
}

export function tryRoute(input: In<'tryRoute'>): Promise<Result<Output<'registry', 'tryRoute'>>> {
  return ask('registry', 'tryRoute', { township: township(), ...input });
}

export function listInvitations(
  state: InvitationState,
  after?: string,
): Promise<Result<{ rows: readonly InvitationRow[]; next?: string }>> {
  const page = after === undefined ? {} : { after };
  return ask('registry', 'listInvitations', { township: township(), state, ...page });
}

export function listUninvited(): Promise<Result<Output<'registry', 'listUninvited'>>> {
  return readParts((after) => ask('registry', 'listUninvited', { township: township(), ...partAt(after) }));
}

export function issueInvitation(input: In<'issueInvitation'>, key: string): Promise<Result<Issued>> {
  return write('registry', 'issueInvitation', { township: township(), ...input }, key);
}

export function confirmInvitation(
  invitation: string,
  key: string,
): Promise<Result<{ state: InvitationState }>> {
  return write('registry', 'confirmInvitation', { township: township(), invitation }, key);
}

export function revokeInvitation(
  invitation: string,
  reason: string,
  key: string,
): Promise<Result<{ state: InvitationState }>> {
  return write('registry', 'revokeInvitation', { township: township(), invitation, reason }, key);
}

export function reissueInvitation(
  invitation: string,
  phoneLast4: string,
  key: string,
): Promise<Result<Issued>> {
  return write('registry', 'reissueInvitation', { township: township(), invitation, phoneLast4 }, key);
}

export function setUp(
  id: string,
  name: string,
  secret: string,
  key: string,
): Promise<Result<{ township: string }>> {
  return write('registry', 'setUp', { township: id, name, secret }, key);
}

export function getSetUp(): Promise<Result<SetUpView>> {
  return ask('registry', 'setUpState', { township: township() });
}

export function saveDistrictCard(card: DistrictCard, key: string): Promise<Result<{ saved: true }>> {
  return write('registry', 'saveDistrict', { township: township(), card }, key);
}

export function markPaper(
  paper: Paper,
  mark: PaperMark | null,
  key: string,
): Promise<Result<{ saved: true }>> {
  return write('registry', 'saveDistrict', { township: township(), paper, mark }, key);
}

/** Closes the township in which the administrator stands, or opens it again. */
export function closeTownship(
  input: Omit<Input<'registry', 'closeTownship'>, 'township'>,
  key: string,
): Promise<Result<{ closed: boolean }>> {
  return write('registry', 'closeTownship', { township: township(), ...input }, key);
}

export function addTownship(id: string, name: string, key: string): Promise<Result<TownshipName>> {
  return write('registry', 'addTownship', { township: township(), id, name }, key);
}
