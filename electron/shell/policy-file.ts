/* Where the computer's policy is. Without the schema of the policy, because the start needs only the place. */

/**
 * The policy's file. Only administrators can write to its folder, and no user's environment can change its path. On Windows
 * this rules out `ProgramData`, where everybody may create folders; the program's own folder is emptied by updates.
 */
export function policyFile(platform: string = process.platform): string {
  if (platform === 'win32') return 'C:\\Program Files\\Colodesk Policy\\policy.json';
  if (platform === 'darwin') return '/Library/Application Support/Colodesk/policy.json';
  return '/etc/colodesk/policy.json';
}
