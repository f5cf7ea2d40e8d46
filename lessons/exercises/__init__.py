"""What learners click: one widget a module, and the answer kept in its cell."""
