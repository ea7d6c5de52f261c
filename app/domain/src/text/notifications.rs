//! What one is told: mentions, watched cases.

texts! {
    notifications: "Aviseringar", "Notifications";
    notifications_unread: "olästa", "unread";
    notifications_none: "Inget att läsa. Bevaka ett ärende, bli ansvarig för ett, eller bli nämnd med @ i en kommentar, så syns det här.", "Nothing to read. Watch a case, become responsible for one, or be mentioned with @ in a comment, and it shows here.";
    notifications_read_all: "Markera alla som lästa", "Mark all as read";
    notification_read: "Markera som läst", "Mark as read";
    notification_is_new: "Oläst", "Unread";
    did_mention_you: "nämnde dig i", "mentioned you in";
    did_comment_in: "kommenterade", "commented on";
    did_assign_you: "gjorde dig ansvarig för", "made you responsible for";
    did_change_case: "ändrade", "changed";
    watch_case: "Bevaka", "Watch";
    unwatch_case: "Sluta bevaka", "Stop watching";
}
