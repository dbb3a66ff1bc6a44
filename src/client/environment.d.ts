/** What the build puts into scripts. */
interface ImportMetaEnv {
  /** Whether this site has a worker that keeps it readable without a network. */
  readonly OFFLINE: boolean;
}
