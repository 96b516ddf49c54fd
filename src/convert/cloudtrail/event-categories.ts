/** ECS categorisation of one API call. */
export interface Categorisation {
  readonly category: readonly string[];
  /** Absent where the integration leaves the event without a type. */
  readonly type?: readonly string[];
}

const by = (category: string, types: string, actions: string): readonly (readonly [string, Categorisation])[] =>
  actions.split(' ').map((action) => [action, { category: [category], type: types.split(' ') }]);

/** The calls that the `aws.cloudtrail` integration categorises; every other event is of type `info` and has no category. */
export const EVENT_CATEGORIES: ReadonlyMap<string, Categorisation> = new Map<string, Categorisation>([
  ...by('authentication', 'info', 'AssumeRole ConsoleLogin'),
  ...by('file', 'creation', 'CreateBucket'),
  ...by('file', 'deletion', 'DeleteBucket'),
  ...by('iam', 'admin creation', 'CreateKeyPair'),
  ...by(
    'iam',
    'admin change',
    'SetDefaultPolicyVersion SetSecurityTokenServicePreferences UpdateAccountPasswordPolicy UpdateRole',
  ),
  ...by('iam', 'group creation', 'CreateGroup'),
  ...by('iam', 'group deletion', 'DeleteGroup'),
  ...by(
    'iam',
    'group info',
    'GetGroup GetGroupPolicy ListAttachedGroupPolicies ListGroupPolicies ListGroups ListGroupsForUser',
  ),
  ...by(
    'iam',
    'group change',
    'AddUserToGroup AttachGroupPolicy DeleteGroupPolicy DetachGroupPolicy PutGroupPolicy RemoveUserFromGroup UpdateGroup',
  ),
  ...by('iam', 'user creation', 'CreateUser'),
  ...by('iam', 'user deletion', 'DeleteUser'),
  ...by('iam', 'user info', 'GetUser GetUserPolicy ListAttachedUserPolicies ListUserPolicies ListUserTags ListUsers'),
  ...by(
    'iam',
    'user change',
    'AttachUserPolicy ChangePassword CreateAccessKey CreateVirtualMFADevice DeactivateMFADevice',
  ),
  ...by('iam', 'user change', 'DeleteAccessKey DeleteSSHPublicKey DeleteUserPermissionsBoundary DeleteUserPolicy'),
  ...by(
    'iam',
    'user change',
    'DeleteVirtualMFADevice DetachUserPolicy EnableMFADevice PutUserPermissionsBoundary PutUserPolicy',
  ),
  ...by('iam', 'user change', 'TagUser UntagUser UpdateAccessKey UpdateLoginProfile UpdateSSHPublicKey UpdateUser'),
  ['SendCommand', { category: ['process'] }],
]);
